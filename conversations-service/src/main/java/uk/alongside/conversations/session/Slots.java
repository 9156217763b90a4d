package uk.alongside.conversations.session;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Slots extends Repository<Slot, UUID> {

    Slot save(Slot slot);

    Optional<Slot> findById(UUID id);

    List<Slot> findByIdIn(Collection<UUID> ids);

    List<Slot> findBySessionIdInOrderByStartsAt(Collection<UUID> sessions);

    /**
     * Takes a place for an expected person. The statement waits for other changes to the same slot and then checks
     * again.
     */
    @Modifying
    @Query(
            "update Slot s set s.taken = s.taken + 1 where s.id = :id and s.taken < s.places and s.endsAt > :now and not s.withdrawn")
    int take(UUID id, Instant now);

    /**
     * Takes a place that was given back by mistake, even if the slot is over, because an undo restores the earlier
     * state.
     */
    @Modifying
    @Query("update Slot s set s.taken = s.taken + 1 where s.id = :id and s.taken < s.places and not s.withdrawn")
    int takeAgain(UUID id);

    @Modifying
    @Query("update Slot s set s.taken = s.taken - :count where s.id = :id")
    int giveBack(UUID id, int count);

    @Modifying
    @Query(
            "update Slot s set s.places = s.places + 1 where s.id = :id and s.places < 50 and s.endsAt > :now and not s.withdrawn")
    int extend(UUID id, Instant now);

    @Query(
            "select count(s) from Slot s where s.id = :id and s.taken < s.places and s.endsAt > :now and not s.withdrawn")
    int countFree(UUID id, Instant now);

    @Query("""
            select s from Slot s
            where s.hubId = :hub and s.taken < s.places and s.endsAt > :now and not s.withdrawn
              and s.startsAt >= :from and s.startsAt < :to
            order by s.startsAt, s.id""")
    List<Slot> findFreeFrom(UUID hub, Instant now, Instant from, Instant to, Limit limit);

    @Query("""
            select s from Slot s
            where s.hubId = :hub and s.taken < s.places and s.endsAt > :now and not s.withdrawn and s.startsAt < :before
            order by s.startsAt desc, s.id""")
    List<Slot> findFreeBefore(UUID hub, Instant now, Instant before, Limit limit);

    /**
     * Locks and returns the current slots of sessions, in one order: no place can be booked until the transaction
     * ends.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Slot s where s.sessionId in :sessions and not s.withdrawn order by s.id")
    List<Slot> findForChange(Collection<UUID> sessions);

    @Modifying
    @Query("update Slot s set s.places = :places where s.id in :ids and s.taken <= :places")
    int givePlaces(Collection<UUID> ids, int places);

    @Modifying
    @Query("update Slot s set s.withdrawn = true where s.id in :ids")
    int withdraw(Collection<UUID> ids);
}
