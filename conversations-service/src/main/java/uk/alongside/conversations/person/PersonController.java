package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonRefusal.BornInTheFuture;
import uk.alongside.conversations.person.PersonRefusal.BornTooLongAgo;
import uk.alongside.conversations.person.PersonRefusal.ContactNeeded;
import uk.alongside.conversations.person.PersonRefusal.NhsNumberMistyped;
import uk.alongside.conversations.person.PersonRefusal.NhsNumberTaken;
import uk.alongside.conversations.person.PersonRefusal.PersonMerged;
import uk.alongside.conversations.person.PersonRefusal.PhoneNotDialable;
import uk.alongside.conversations.person.PersonRefusal.SetUpFull;
import uk.alongside.conversations.person.PersonRefusal.StaleVersion;
import uk.alongside.conversations.person.PersonRefusal.StreetWithHouseNumber;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "People")
class PersonController {

    private final PersonService people;

    PersonController(PersonService people) {
        this.people = people;
    }

    record PersonForm(
            @NotBlank @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Margaret")
            String firstName,

            @Nullable
            @Size(max = 100)
            @TypedText(TextKind.LINE)
            @Schema(description = "Left out if the person has one name", example = "Ellison")
            String lastName,

            @Nullable
            @Size(max = 50)
            @TypedText(TextKind.PHONE)
            @Schema(
                    description = "A number, and a note or an extension after it",
                    example = "07700 900123 (daughter Jane)")
            String phone,

            @Nullable @Size(max = 254) @Email @TypedText(TextKind.EMAIL) @Schema(example = "margaret@people.example")
            String email,

            @Schema(description = "True where the person wants no contact; then neither phone nor e-mail is needed")
            @Nullable
            Boolean noContact,

            @Nullable @Schema(example = "1948-03-09") LocalDate dateOfBirth,

            @Nullable
            @Size(max = 100)
            @TypedText(TextKind.LINE)
            @Schema(
                    description = "Distinguishes people of the same name; without the number of the house",
                    example = "Mill Lane")
            String street,

            @Nullable
            @Size(max = 50)
            @TypedText(TextKind.CODE)
            @Schema(
                    description = "Spaces and dashes are left out; each person of a council has their own",
                    example = "943 476 5919")
            String nhsNumber,

            @NotNull @Size(max = 8) List<@NotNull Need> needs,

            @Nullable @Size(max = 500) @TypedText(TextKind.TEXT)
            String needsNote) {

        PersonDetails details() {
            return new PersonDetails(
                    firstName,
                    lastName,
                    phone,
                    email,
                    Boolean.TRUE.equals(noContact),
                    dateOfBirth,
                    street,
                    nhsNumber,
                    needs,
                    needsNote);
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonForm[]";
        }
    }

    @PostMapping("/api/people")
    @Operation(operationId = "createPerson", summary = "Record a person")
    @Answers({
        ContactNeeded.class,
        PhoneNotDialable.class,
        BornInTheFuture.class,
        BornTooLongAgo.class,
        StreetWithHouseNumber.class,
        NhsNumberMistyped.class,
        NhsNumberTaken.class,
        SetUpFull.class
    })
    @PreAuthorize("hasAuthority('person:write')")
    Created<PersonView> create(@IdempotencyKey String key, @Valid @RequestBody PersonForm request) {
        var person = people.create(request.details(), key);
        return new Created<>("/api/people/" + person.id().value(), PersonView.of(person), person.version());
    }

    @GetMapping("/api/people/{personId}")
    @Operation(operationId = "getPerson", summary = "Get one person")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    Versioned<PersonView> get(@PathVariable PersonId personId) {
        var person = people.get(personId);
        return new Versioned<>(PersonView.of(person, people.keptOf(person).orElse(null)), person.version());
    }

    @PutMapping("/api/people/{personId}")
    @Operation(operationId = "updatePerson", summary = "Correct what is recorded about a person")
    @Answers({
        NotFound.class,
        PersonMerged.class,
        StaleVersion.class,
        ContactNeeded.class,
        PhoneNotDialable.class,
        BornInTheFuture.class,
        BornTooLongAgo.class,
        StreetWithHouseNumber.class,
        NhsNumberMistyped.class,
        NhsNumberTaken.class
    })
    @PreAuthorize("hasAuthority('person:write')")
    Versioned<PersonView> update(
            @PathVariable PersonId personId, @IfMatch long version, @Valid @RequestBody PersonForm request) {
        return withVersion(people.update(personId, request.details(), version));
    }

    private static Versioned<PersonView> withVersion(Person person) {
        return new Versioned<>(PersonView.of(person), person.version());
    }
}
