package uk.alongside.conversations.sessionchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import uk.alongside.conversations.rebooking.AffectedBooking;
import uk.alongside.conversations.rebooking.AffectedBooking.Outcome;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.sessionchange.ChangeImpact.BookingEffect;

/** The sessions and bookings that a change affects, as the API shows them. */
@Schema(name = "SessionChangeImpact")
record ImpactView(
        List<AffectedSession> sessions,

        @Schema(description = "The number of bookings in these sessions")
        int booked,

        @Schema(description = "How many of them move to the nearest time")
        int moved,

        @Schema(description = "How many of them are cancelled")
        int cancelled,

        @Schema(description = "The bookings of expected people that move or are cancelled")
        List<AffectedBooking> bookings) {

    static ImpactView of(ChangeImpact impact) {
        var affected = impact.sessions().stream()
                .map(each -> new AffectedSession(
                        each.session().id(),
                        each.session().date(),
                        each.session().starts(),
                        each.session().ends(),
                        each.session().status(),
                        each.booked(),
                        each.moved(),
                        each.cancelled()))
                .toList();
        return new ImpactView(
                affected,
                affected.stream().mapToInt(AffectedSession::booked).sum(),
                affected.stream().mapToInt(AffectedSession::moved).sum(),
                affected.stream().mapToInt(AffectedSession::cancelled).sum(),
                impact.effects()
                        .filter(effect -> effect.booking().expected())
                        .sorted(Comparator.comparing(
                                        (BookingEffect effect) -> effect.from().startsAt())
                                .thenComparing(effect -> effect.booking().id().value()))
                        .map(effect -> AffectedBooking.of(
                                effect.booking(),
                                effect.from(),
                                effect.to() == null ? Outcome.CANCELLED : Outcome.MOVED,
                                effect.to(),
                                impact.names(),
                                impact.offers().getOrDefault(effect.booking().id(), List.of())))
                        .toList());
    }

    record AffectedSession(
            SessionId id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            Session.Status status,
            int booked,
            int moved,
            int cancelled) {}
}
