package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Runs each operation of the benchmark's SQL loop once, so that a change of the schema that the loop does not follow is
 * found here and not in the middle of a benchmark.
 */
class SqlLoopTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void eachOperationRunsOnTheSchemaOfToday() throws Exception {
        var council = DEPLOYED.larkshire();
        var hub = World.hub(council, "Made-up loop hub " + UUID.randomUUID());
        var person = UUID.fromString(World.person(council, "Made-up", "Loop"));
        // The database has its own clock, so the day lies in the future for any clock of the tests.
        var day = TestClock.today().plusDays(200);
        var slots = World.session(council, hub, day, 2).json().path("slots");
        var hubId = UUID.fromString(hub);
        try (var sql = new SqlLoop(DEPLOYED)) {
            sql.book(UUID.fromString(slots.path(0).path("id").asString()), person);
            sql.floor(UUID.fromString(slots.path(1).path("id").asString()), person);
            sql.day(hubId, day);
            sql.free(hubId, day);
            sql.search("made");
            sql.series(UUID.fromString(World.series(council, hub)));
            sql.plan(UUID.fromString(World.hub(council, "Made-up loop hub " + UUID.randomUUID())), DayOfWeek.MONDAY);
            assertThat(sql.roundTrips()).isPositive();
        }
    }
}
