package uk.alongside.conversations.sessionchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.sessionchange.ChangeImpact.BookingEffect;

/** The sessions, bookings and people that a change affects, as the API shows them. */
@Schema(name = "SessionChangeImpact")
record ImpactView(
        List<AffectedSession> sessions,

        @Schema(description = "The number of bookings in these sessions")
        int booked,

        @Schema(description = "How many of them move to the nearest time")
        int moved,

        @Schema(description = "How many of them are cancelled")
        int cancelled,

        @Schema(
                description =
                        "The people whose bookings move or are cancelled; empty if the caller may not read people")
        List<AffectedPerson> people) {

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
                impact.sessions().stream()
                        .flatMap(each -> each.effects().stream()
                                .filter(effect -> impact.names()
                                        .containsKey(effect.booking().person()))
                                .map(effect -> AffectedPerson.of(each.session(), effect, impact.names())))
                        .sorted(Comparator.comparing(AffectedPerson::date).thenComparing(AffectedPerson::starts))
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

    record AffectedPerson(
            BookingId bookingId,
            PersonId personId,
            String personName,
            LocalDate date,
            LocalTime starts,

            @Nullable @Schema(description = "The new time of the booking; absent if it is cancelled")
            LocalTime movedTo) {

        static AffectedPerson of(Session session, BookingEffect effect, Map<PersonId, String> names) {
            return new AffectedPerson(
                    effect.booking().id(),
                    effect.booking().person(),
                    Objects.requireNonNull(names.get(effect.booking().person())),
                    session.date(),
                    effect.from(),
                    effect.to());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "AffectedPerson[bookingId=" + bookingId + "]";
        }
    }
}
