package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface SeriesRepository extends Repository<Series, UUID> {

    Series save(Series series);

    Optional<Series> findById(UUID id);

    @Query("select s.hubId from Series s where s.id = :id")
    Optional<UUID> findHubOf(UUID id);

    @Query("select distinct s.hubId from Series s where s.hubId in :hubs")
    List<UUID> findHubsWithAny(Collection<UUID> hubs);

    List<Series> findByHubIdOrderByFirstDayAscIdAsc(UUID hubId);

    /**
     * Lists each series whose sessions do not yet reach this day, with its hub, in the order in which hubs are locked.
     */
    @Query("""
            select new uk.alongside.conversations.series.SeriesRepository$Place(s.id, s.hubId)
            from Series s where s.plannedUntil < :day order by s.hubId, s.id""")
    List<Place> findPlannedBefore(LocalDate day);

    @Query("""
            select new uk.alongside.conversations.series.SeriesRepository$Place(s.id, s.hubId)
            from Series s where s.id in :ids""")
    List<Place> findPlaces(Collection<UUID> ids);

    /** A series and its hub. */
    record Place(UUID series, UUID hub) {}
}
