package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Sessions extends Repository<Session, UUID> {

    Session save(Session session);

    Optional<Session> findById(UUID id);

    @Query("select distinct s.hubId from Session s where s.hubId in :hubs")
    List<UUID> findHubsWithAny(Collection<UUID> hubs);

    /** Returns only the hub's id, so that the hub can be locked before the session is loaded. */
    @Query("select s.hubId from Session s where s.id = :id")
    Optional<UUID> findHubOf(UUID id);

    List<Session> findByIdIn(Collection<UUID> ids);

    List<Session> findByHubIdAndDayOrderByStartsAt(UUID hubId, LocalDate day);

    List<Session> findByHubIdAndDayBetweenOrderByStartsAt(UUID hubId, LocalDate first, LocalDate last);

    List<Session> findByHubIdInAndDayBetweenOrderByStartsAt(Collection<UUID> hubs, LocalDate first, LocalDate last);

    Optional<Session> findFirstByHubIdAndDayAfterOrderByDay(UUID hubId, LocalDate day);

    Optional<Session> findFirstByHubIdAndDayAfterAndStatusOrderByStartsAt(
            UUID hubId, LocalDate day, Session.Status status);

    List<Session> findByHubIdAndDayBetweenAndStatus(UUID hubId, LocalDate first, LocalDate last, Session.Status status);

    boolean existsByStatusAndEndsAtAfter(Session.Status status, Instant now);

    List<Session> findBySeriesIdAndDayGreaterThanEqualOrderByStartsAt(UUID series, LocalDate from);

    List<Session> findBySeriesIdAndSeriesDayGreaterThanEqual(UUID series, LocalDate day);

    @Query("""
            select new uk.alongside.conversations.session.Sessions$Ahead(s.seriesId, min(s.day), count(s))
            from Session s
            where s.seriesId in :series and s.day >= :from and s.status = Status.PLANNED
            group by s.seriesId""")
    List<Ahead> findAhead(Collection<UUID> series, LocalDate from);

    /** The number of sessions of a series that are still to come, and the day of the first one. */
    record Ahead(UUID series, LocalDate next, long sessions) {}

    @Query("""
            select s from Session s
            where s.hubId = :hub and s.startsAt < :ends and s.endsAt > :starts
              and s.day between :first and :last
              and s.status = Status.PLANNED
            order by s.startsAt""")
    List<Session> findOverlapping(UUID hub, Instant starts, Instant ends, LocalDate first, LocalDate last);

    @Modifying
    @Query("""
            update Session s set s.openDespiteClosure = false
            where s.hubId = :hub and s.day between :from and :to and s.openDespiteClosure = true""")
    int clearOpenDespiteClosure(UUID hub, LocalDate from, LocalDate to);
}
