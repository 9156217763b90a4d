package uk.alongside.conversations.attendance;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Attendances extends Repository<Attendance, UUID> {

    Attendance save(Attendance attendance);

    void delete(Attendance attendance);

    Optional<Attendance> findById(UUID id);

    List<Attendance> findByIdIn(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Attendance a where a.id = :id")
    Optional<Attendance> findForChange(UUID id);
}
