package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.alongside.conversations.person.PersonDetailsBuilder.details;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.identifier.Phone;
import uk.alongside.foundation.problem.Refused;

class PersonTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/London"));

    @Test
    void keepsThePhoneAsTypedBesideItsDigits() {
        var person = person(details().phone("+44 7700 900123").build());

        assertThat(person.details().phone()).isEqualTo("+44 7700 900123");
        assertThat(person.phone()).contains(new Phone("07700900123"));
    }

    @Test
    void canBeReachedByPhoneOrEmailOrWantsNoContact() {
        assertThat(person(details().phone(null).email("m@people.example").build())
                        .phone())
                .isEmpty();
        assertThat(person(details().phone(null).wantingNoContact().build())
                        .details()
                        .noContact())
                .isTrue();
        assertRefused(details().phone(null).build(), new PersonRefusal.ContactNeeded());
    }

    @Test
    void hearsOfEverythingThatIsWrongAtOnce() {
        assertRefused(
                details().phone("12").born("2026-11-25").build(),
                new PersonRefusal.PhoneNotDialable(),
                new PersonRefusal.BornInTheFuture());
        assertRefused(details().born("1899-12-31").build(), new PersonRefusal.BornTooLongAgo());
    }

    @Test
    void keepsTheDigitsOfAnNhsNumberThatIsChecked() {
        assertThat(person(details().nhsNumber("943-476 5919").build()).details().nhsNumber())
                .isEqualTo("9434765919");
        assertRefused(details().nhsNumber("943 476 5918").build(), new PersonRefusal.NhsNumberMistyped());
    }

    @Test
    void mayBeBornToday() {
        assertThat(person(details().born("2026-11-24").build()).details().dateOfBirth())
                .isEqualTo("2026-11-24");
    }

    @Test
    void livesInAStreetWithoutTheNumberOfTheHouse() {
        for (var street : List.of("Mill Lane", "1st Avenue", "High Street 5 Ways")) {
            assertThat(person(details().livingIn(street).build()).details().street())
                    .isEqualTo(street);
        }
        for (var street : List.of("14 Mill Lane", "14a Mill Lane", "14-16 Mill Lane", "14, Mill Lane")) {
            assertRefused(details().livingIn(street).build(), new PersonRefusal.StreetWithHouseNumber());
        }
    }

    @Test
    void needsEachThingOnce() {
        assertThat(person(details().needing(Need.BSL, Need.STEP_FREE, Need.BSL).build())
                        .needs())
                .containsExactly(Need.STEP_FREE, Need.BSL);
    }

    @Test
    void staysAsTheyWereWhenACorrectionIsRefused() {
        var person = person(details().build());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        person.describe(details().called("Tom").phone(null).build(), NOW));

        assertThat(person.details()).isEqualTo(details().build());
    }

    private static void assertRefused(PersonDetails details, PersonRefusal... reasons) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> person(details))
                .satisfies(refused -> assertThat(refused.reasons()).containsExactly(reasons));
    }

    private static Person person(PersonDetails details) {
        return new Person(new PersonId(UUID.randomUUID()), new Reference("7KQ2MX4P"), details, NOW);
    }
}
