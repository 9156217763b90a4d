package uk.alongside.conversations.walkin;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface WalkIns extends Repository<WalkIn, UUID> {

    WalkIn save(WalkIn walkIn);

    Optional<WalkIn> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from WalkIn w where w.id = :id")
    Optional<WalkIn> findForChange(UUID id);

    List<WalkIn> findByHubIdAndDayOrderByArrivedAt(UUID hub, LocalDate day);

    @Query("select distinct w.hubId from WalkIn w where w.hubId in :hubs")
    List<UUID> findHubsWithAny(Collection<UUID> hubs);

    List<WalkIn> findByIdIn(Collection<UUID> ids);

    List<WalkIn> findByPersonIdIn(Collection<UUID> people);

    int countByPersonId(UUID person);

    @Modifying
    @Query("update WalkIn w set w.status = :to where w.status = :from and w.day < :day")
    int changeAllBefore(LocalDate day, WalkIn.Status from, WalkIn.Status to);
}
