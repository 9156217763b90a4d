package uk.alongside.conversations.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.identifier.Phone;
import uk.alongside.conversations.person.PersonRefusal.BornInTheFuture;
import uk.alongside.conversations.person.PersonRefusal.BornTooLongAgo;
import uk.alongside.conversations.person.PersonRefusal.ContactNeeded;
import uk.alongside.conversations.person.PersonRefusal.NhsNumberMistyped;
import uk.alongside.conversations.person.PersonRefusal.PhoneNotDialable;
import uk.alongside.conversations.person.PersonRefusal.StreetWithHouseNumber;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;

/** A resident. */
@Entity
@Table(name = "person", schema = "app")
class Person {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** A number of a house at the beginning, like 14, 14a or 14-16. A street like "1st Avenue" has none. */
    private static final Pattern HOUSE_NUMBER = Pattern.compile("[0-9]+[A-Za-z]?(?:[-/][0-9]+[A-Za-z]?)?[ ,]");

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;
    private String firstName;
    private @Nullable String lastName;
    private @Nullable String phone;
    private @Nullable String phoneDigits;
    private @Nullable String email;
    private boolean noContact;
    private @Nullable LocalDate dateOfBirth;
    private @Nullable String street;
    private @Nullable String nhsNumber;
    private List<String> needs;
    private @Nullable String needsNote;
    private @Nullable UUID mergedInto;

    @SuppressWarnings("unused") // for the database only
    private Instant createdAt;

    /** Records a new person, or throws {@link Refused} with every reason for the rejection. */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate, the rest by describe
    Person(PersonId id, Reference reference, PersonDetails details, Clock clock) {
        this.id = id.value();
        this.reference = reference.text();
        this.createdAt = clock.instant();
        describe(details, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Person() {}

    /** Corrects the details, or throws {@link Refused} with every reason for the rejection. */
    void describe(PersonDetails details, Clock clock) {
        var reasons = new ArrayList<PersonRefusal>();
        var dialable = Optional.ofNullable(details.phone()).flatMap(Phone::parse);
        if (!details.canBeContacted() && !details.noContact()) {
            reasons.add(new ContactNeeded());
        }
        if (details.phone() != null && dialable.isEmpty()) {
            reasons.add(new PhoneNotDialable());
        }
        if (details.dateOfBirth() != null && details.dateOfBirth().isAfter(LocalDate.now(clock))) {
            reasons.add(new BornInTheFuture());
        }
        if (details.dateOfBirth() != null && details.dateOfBirth().isBefore(EARLIEST_BIRTH)) {
            reasons.add(new BornTooLongAgo());
        }
        if (details.street() != null && HOUSE_NUMBER.matcher(details.street()).lookingAt()) {
            reasons.add(new StreetWithHouseNumber());
        }
        var number = Optional.ofNullable(details.nhsNumber()).flatMap(NhsNumber::parse);
        if (details.nhsNumber() != null && number.isEmpty()) {
            reasons.add(new NhsNumberMistyped());
        }
        if (!reasons.isEmpty()) {
            throw Refused.together(reasons);
        }
        this.firstName = details.firstName();
        this.lastName = details.lastName();
        this.phone = details.phone();
        this.phoneDigits = dialable.map(Phone::digits).orElse(null);
        this.email = details.email();
        this.noContact = details.noContact();
        this.dateOfBirth = details.dateOfBirth();
        this.street = details.street();
        this.nhsNumber = number.map(NhsNumber::digits).orElse(null);
        this.needs = details.needs().stream().map(EnumWords::of).toList();
        this.needsNote = details.needsNote();
    }

    PersonDetails details() {
        return new PersonDetails(
                firstName, lastName, phone, email, noContact, dateOfBirth, street, nhsNumber, needs(), needsNote);
    }

    PersonId id() {
        return new PersonId(id);
    }

    /** Says whether the person turned out to be another one. */
    boolean isMerged() {
        return mergedInto != null;
    }

    /** Returns the id of the person whom this one turned out to be. */
    UUID requiredMergedInto() {
        return Objects.requireNonNull(mergedInto);
    }

    void mergeInto(PersonId kept) {
        this.mergedInto = kept.value();
    }

    void separate() {
        this.mergedInto = null;
    }

    /** Returns the number of changes, which is 0 for a new person. */
    long version() {
        return version == null ? 0 : version;
    }

    String reference() {
        return reference;
    }

    String name() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }

    List<Need> needs() {
        return needs.stream().map(word -> EnumWords.find(Need.class, word)).toList();
    }

    Optional<Phone> phone() {
        return Optional.ofNullable(phoneDigits).map(Phone::new);
    }

    Optional<NhsNumber> nhsNumber() {
        return Optional.ofNullable(nhsNumber).map(NhsNumber::new);
    }

    SearchTerms searchTerms() {
        return SearchTerms.of(name(), reference, phone(), Optional.ofNullable(dateOfBirth), nhsNumber());
    }
}
