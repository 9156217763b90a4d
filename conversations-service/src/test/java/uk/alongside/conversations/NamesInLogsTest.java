package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks {@code toString}, which logs print: a record that holds identifying details of a person must leave them out.
 */
class NamesInLogsTest {

    private static final String ELLISON = "Ellison-07700900982";

    /** Components that are always about a person. */
    private static final Set<String> PERSONAL = Set.of(
            "firstName",
            "lastName",
            "personName",
            "names",
            "phone",
            "email",
            "street",
            "needsNote",
            "digits",
            "terms",
            "nhsNumber",
            "rest");

    /** Components that are about a person in these features, and about a hub or a member in others. */
    private static final Set<String> PERSONAL_WHERE_PEOPLE_ARE = Set.of("name", "text", "exact");

    private static final Set<String> FEATURES_WITH_PEOPLE = Set.of(
            "person",
            "personsearch",
            "personhistory",
            "personmerge",
            "lastspoken",
            "booking",
            "board",
            "walkin",
            "conversation",
            "concern",
            "letter",
            "aboutme",
            "communication");

    /** Records with a hub's name, or with a reference, which tells a reader nothing without the database. */
    private static final Set<String> NOT_A_PERSON = Set.of("DayHub", "Reference");

    private static final Set<String> WITHOUT_PEOPLE =
            Set.of("council", "projection", "hub", "hubimport", "closure", "publicpages");

    static Stream<Class<?>> recordsOfPeople() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("uk.alongside.conversations").stream()
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> isPersonal(type, component)));
    }

    @Test
    void areSought() {
        assertThat(recordsOfPeople().map(Class::getSimpleName))
                .contains(
                        "PersonForm",
                        "PersonDetails",
                        "PersonView",
                        "PersonMatch",
                        "MatchView",
                        "SearchText",
                        "PersonCard",
                        "NewWalkIn",
                        "WalkInView",
                        "Arrival",
                        "BookingView",
                        "DayBooking",
                        "AffectedBooking",
                        "ToFinishEntry",
                        "Participant",
                        "BoxView",
                        "RevisionView",
                        "ChangeImpact",
                        "SearchTerms",
                        "Query",
                        "Phone");
    }

    @ParameterizedTest
    @MethodSource("recordsOfPeople")
    void areNotWritten(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var maker = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);

        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), isPersonal(type, components[i]));
        }

        assertThat(maker.newInstance(values).toString()).doesNotContain(ELLISON);
    }

    private static boolean isPersonal(Class<?> type, RecordComponent component) {
        var feature = type.getPackageName().replaceFirst(".*\\.", "");
        var name = component.getName();
        return !WITHOUT_PEOPLE.contains(feature)
                && !NOT_A_PERSON.contains(type.getSimpleName())
                && (PERSONAL.contains(name)
                        || (FEATURES_WITH_PEOPLE.contains(feature) && PERSONAL_WHERE_PEOPLE_ARE.contains(name)));
    }

    private static @Nullable Object value(Class<?> type, boolean personal) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == String.class) {
            return personal ? ELLISON : "";
        }
        if (type == List.class) {
            return personal ? List.of(List.of(ELLISON)) : List.of();
        }
        if (type == Set.class) {
            return personal ? Set.of(ELLISON) : Set.of();
        }
        if (type == Map.class) {
            return personal ? Map.of(new UUID(0, 0), ELLISON) : Map.of();
        }
        return null;
    }
}
