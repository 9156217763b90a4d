package uk.alongside.conversations.booking;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Bookings extends Repository<Booking, UUID> {

    Booking save(Booking booking);

    Optional<Booking> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> findForChange(UUID id);

    /** Locks and returns all bookings in these slots, in one order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.slotId in :slots order by b.id")
    List<Booking> findForChange(Collection<UUID> slots);

    /** Returns only the slot's id, so that the slot can be locked before the booking is loaded. */
    @Query("select b.slotId from Booking b where b.id = :id")
    Optional<UUID> findSlotOf(UUID id);

    /** Returns only the person's id, so that the person can be locked before the booking is loaded. */
    @Query("select b.personId from Booking b where b.id = :id")
    Optional<UUID> findPersonOf(UUID id);

    @Query("select b.undoSlotId from Booking b where b.id = :id and b.lastChange = MOVED")
    Optional<UUID> findSlotBeforeMove(UUID id);

    List<Booking> findByIdIn(Collection<UUID> ids);

    List<Booking> findByPersonIdIn(Collection<UUID> people);

    int countByPersonId(UUID person);

    List<Booking> findBySlotIdInOrderByBookedAt(Collection<UUID> slots);
}
