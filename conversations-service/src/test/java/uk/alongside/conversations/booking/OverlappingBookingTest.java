package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests a person who is booked at an overlapping time anywhere in the council, on the running service. */
@ServiceTest
class OverlappingBookingTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private UUID person;
    private String early;
    private String late;
    private String free;

    @BeforeEach
    void aPersonAndSlotsAtThreeHubsOfWhichTwoOverlap() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        person = TestCouncil.person(staff, "Margaret", "Ellison");
        early = slot(council, "Library", "09:30");
        late = slot(council, "Children's Centre", "10:00");
        free = slot(council, "Village Hall", "11:30");
    }

    @Test
    void isBookedOnlyAfterTheOverlapIsConfirmed() {
        assertThat(book(early, "").status()).isEqualTo(201);

        var asked = book(late, "");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.problem()).isEqualTo("overlapping-booking");
        assertThat(asked.json().path("overlaps"))
                .singleElement()
                .satisfies(overlap ->
                        assertThat(overlap.path("hubName").asString()).startsWith("Library"));

        assertThat(book(late, ", \"overlapConfirmed\": true").status()).isEqualTo(201);
    }

    @Test
    void leavesThePlaceFreeWhileItIsNotConfirmed() {
        book(early, "");
        book(late, "");

        var other = TestCouncil.person(staff, "Amir", "Shah");

        assertThat(staff.post("/api/slots/" + late + "/bookings", "{\"personId\": \"" + other + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isMovedOnlyAfterTheOverlapIsConfirmed() {
        book(early, "");
        var booking = book(free, "").json().path("id").asString();
        var move = "/api/bookings/" + booking + "/move";

        assertThat(staff.post(move, "{\"slotId\": \"" + late + "\"}").problem()).isEqualTo("overlapping-booking");
        assertThat(staff.post(move, "{\"slotId\": \"" + late + "\", \"overlapConfirmed\": true}")
                        .status())
                .isEqualTo(200);
    }

    /**
     * Another transaction keeps the rows that are written last, so that neither booking is stored before both have been
     * checked, unless one of them waits on the person's row.
     */
    @Test
    void isAskedAboutTheSecondOfTwoBookingsThatAreCheckedBeforeEitherIsStored() throws Exception {
        try (var other = RunningService.superuserSession();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement(
                    "select r.revision from app.day_revision r join app.slot s on s.tenant_id = r.tenant_id"
                            + " and s.hub_id = r.hub_id and s.day = r.day where s.tenant_id = ? and s.id in (?, ?) for update of r")) {
                lock.setObject(1, council.id());
                lock.setObject(2, UUID.fromString(early));
                lock.setObject(3, UUID.fromString(late));
                lock.execute();
            }

            var bookings = List.of(threads.submit(() -> book(early, "")), threads.submit(() -> book(late, "")));
            await().atMost(Duration.ofMinutes(1)).until(() -> RunningService.waitingForLocks() >= 2);
            other.commit();

            assertThat(bookings).extracting(booking -> booking.get().status()).containsExactlyInAnyOrder(201, 409);
        }
    }

    private Answer book(String slot, String more) {
        return staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"" + more + "}");
    }

    private static String slot(TestCouncil council, String hub, String starts) {
        var session = council.session(
                council.hub(hub + " " + UUID.randomUUID()), TestCouncil.today().plusDays(1), starts, "12:30", 45, 1);
        return session.path("slots").path(0).path("id").asString();
    }
}
