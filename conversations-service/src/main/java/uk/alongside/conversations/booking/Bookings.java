package uk.alongside.conversations.booking;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Bookings extends Repository<Booking, UUID> {

    Booking save(Booking booking);

    Optional<Booking> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> findForCheckIn(UUID id);

    boolean existsBySlotIdAndPersonId(UUID slot, UUID person);

    List<Booking> findBySlotIdInOrderByBookedAt(Collection<UUID> slots);
}
