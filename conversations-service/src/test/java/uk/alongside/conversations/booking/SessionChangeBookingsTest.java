package uk.alongside.conversations.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.booking.SessionChangeBookings.Move;
import uk.alongside.conversations.capacity.CapacityCheck;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests what happens to bookings and holds when their session changes. */
@ServiceTest
class SessionChangeBookingsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SessionChangeBookings booked;

    @Autowired
    private PersonDirectory people;

    @Autowired
    private CapacityCheck check;

    @Autowired
    private TransactionTemplate transaction;

    private TestCouncil council;
    private Api staff;
    private UUID member;
    private SlotId first;
    private SlotId second;

    /** Makes two slots that last until midnight, so that neither is over, whatever the time at which the tests run. */
    @BeforeEach
    void twoSlotsOfToday() {
        council = TestCouncil.create(port);
        member = UUID.randomUUID();
        staff = council.member(member, "active", 1, "hub-staff");
        first = slotOf(council.session(council.hub("Library"), TestCouncil.today(), "21:00", "00:00", 180, 2));
        second = slotOf(council.session(council.hub("Chapel Barn"), TestCouncil.today(), "20:00", "00:00", 240, 2));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void areTheActiveOnesAndSayWhoIsStillExpected() {
        var expected = book(second);
        var here = checkedIn(book(second));
        var gone = book(first);
        staff.post("/api/bookings/" + gone + "/cancel", "{\"askedBy\": \"person\"}");

        List<ActiveBooking> on = within(slots -> slots.on(List.of(first, second)));

        assertThat(on)
                .extracting(ActiveBooking::id, ActiveBooking::expected)
                .containsExactlyInAnyOrder(tuple(new BookingId(expected), true), tuple(new BookingId(here), false));
        List<ActiveBooking> none = within(slots -> slots.on(List.of()));
        assertThat(none).isEmpty();
        var booked =
                within(_ -> people.find(on.stream().map(ActiveBooking::person).toList()));
        assertThat(booked.values()).extracting(PersonCard::name).contains("Margaret Ellison");
    }

    @Test
    void areCancelledForUsWithTheirPlacesFreedUnlessThePersonHasCome() {
        var expected = book(second);
        var here = checkedIn(book(second));
        var hold = staff.post("/api/slots/" + first.value() + "/holds", "")
                .json()
                .path("id")
                .asString();

        within(slots -> {
            slots.cancel(List.of(first, second), CancelCause.SESSION_CANCELLED, "Snow");
            return true;
        });

        assertThat(booking(expected).path("status").asString()).isEqualTo("cancelled");
        assertThat(booking(expected).path("cancelCause").asString()).isEqualTo("session-cancelled");
        assertThat(booking(expected).path("cancelReason").asString()).isEqualTo("Snow");
        assertThat(booking(here).path("status").asString()).isEqualTo("arrived");
        assertThat(taken(second)).isEqualTo(1);
        assertThat(taken(first)).isZero();
        assertThat(staff.send("DELETE", "/api/holds/" + hold, null).status()).isIn(204, 404);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void moveTogetherAndRememberWhereTheyWere() {
        var one = book(first);
        var other = book(first);

        within(this::moveAll);

        assertThat(booking(one).path("starts").asString()).startsWith("20:00");
        assertThat(booking(other).path("original").path("starts").asString()).startsWith("21:00");
        assertThat(taken(first)).isZero();
        assertThat(taken(second)).isEqualTo(2);
        assertThat(staff.post("/api/bookings/" + one + "/undo", "").problem()).isEqualTo("too-late-to-undo");
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void moveWithAPersonWhoHasComeAndCannotBeUndoneAfterwards() {
        var here = checkedIn(book(first));

        within(this::moveAll);

        assertThat(booking(here).path("status").asString()).isEqualTo("arrived");
        assertThat(booking(here).path("starts").asString()).startsWith("20:00");
        assertThat(staff.post("/api/bookings/" + here + "/undo", "").problem()).isEqualTo("too-late-to-undo");
        assertThat(staff.post("/api/bookings/" + here + "/start", "").status()).isEqualTo(200);
        assertThat(staff.post("/api/bookings/" + here + "/undo", "")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("arrived");
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void moveNowhereWhereThereIsNoPlaceForAll() {
        book(first);
        book(first);
        book(second);

        assertThatIllegalStateException()
                .isThrownBy(() -> within(slots -> {
                    if (moveAll(slots).isPresent()) {
                        throw new IllegalStateException("Rolled back, as every caller has to.");
                    }
                    return true;
                }));

        assertThat(taken(first)).isEqualTo(2);
        assertThat(taken(second)).isEqualTo(1);
        assertThat(wrongSlots()).isEmpty();
    }

    @Test
    void areNotExpectedAgainAtATimeThatIsGone() {
        var here = checkedIn(book(second));
        RunningService.superuser()
                .sql("update app.slot set withdrawn = true where id = :id")
                .param("id", second.value())
                .update();

        var undone = staff.post("/api/bookings/" + here + "/undo", "");

        assertThat(undone.status()).isEqualTo(409);
        assertThat(undone.problem()).isEqualTo("moved-meanwhile");
        assertThat(booking(here).path("status").asString()).isEqualTo("arrived");
    }

    private Optional<Move> moveAll(SessionChangeBookings slots) {
        var moves = slots.on(List.of(first)).stream()
                .map(booking -> new Move(booking, second, false))
                .toList();
        return slots.move(moves, CancelCause.SESSION_CHANGED, null);
    }

    private <T> T within(Function<SessionChangeBookings, T> what) {
        var caller = new Caller(council.id(), new MemberId(member), "Priya N", Set.of(Role.HUB_STAFF));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, "none"));
        return CouncilContext.call(council.id(), () -> requireNonNull(transaction.execute(_ -> what.apply(booked))));
    }

    private static SlotId slotOf(JsonNode session) {
        return new SlotId(TestCouncil.uuid(session.path("slots").path(0).path("id")));
    }

    private UUID book(SlotId slot) {
        var person = council.person("Margaret", "Ellison");
        var made = staff.post("/api/slots/" + slot.value() + "/bookings", "{\"personId\": \"" + person + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return TestCouncil.uuid(made.json().path("id"));
    }

    private UUID checkedIn(UUID booking) {
        TestCouncil.isToday(booking.toString());
        assertThat(staff.post("/api/bookings/" + booking + "/check-in", "").status())
                .isEqualTo(200);
        return booking;
    }

    private JsonNode booking(UUID id) {
        return staff.get("/api/bookings/" + id).json();
    }

    private List<UUID> wrongSlots() {
        return CouncilContext.call(council.id(), check::run);
    }

    private static int taken(SlotId slot) {
        return RunningService.superuser()
                .sql("select taken from app.slot where id = :id")
                .param("id", slot.value())
                .query(Integer.class)
                .single();
    }
}
