package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.Appointments.Appointment;
import uk.alongside.conversations.person.PersonRefusal.BornInTheFuture;
import uk.alongside.conversations.person.PersonRefusal.BornTooLongAgo;
import uk.alongside.conversations.person.PersonRefusal.ContactNeeded;
import uk.alongside.conversations.person.PersonRefusal.PhoneNotDialable;
import uk.alongside.conversations.person.PersonRefusal.SetUpFull;
import uk.alongside.conversations.person.PersonRefusal.StaleVersion;
import uk.alongside.conversations.person.PersonService.PersonMatch;
import uk.alongside.conversations.person.PersonService.WithAppointments;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.Printable;
import uk.alongside.foundation.web.ETags;
import uk.alongside.foundation.web.IfMatch;

@RestController
@Tag(name = "person")
class PersonController {

    private final PersonService people;

    PersonController(PersonService people) {
        this.people = people;
    }

    record PersonSearch(
            @NotNull
            @Size(min = 2, max = 100)
            @Schema(
                    description = "Two letters or more of any part of the name, digits of the phone, or the reference",
                    example = "ellison")
            String text) {

        /** Leaves out what was typed, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonSearch[]";
        }
    }

    record PersonSearchResult(List<PersonFound> people) {}

    record PersonFound(
            UUID id,
            String reference,
            String name,
            @Nullable Integer bornYear,

            @Nullable @Schema(description = "The last three digits")
            String phoneEnding,

            @Nullable @Schema(description = "The last day on which they came")
            LocalDate lastSeen) {

        static PersonFound of(PersonMatch found) {
            var person = found.person();
            var born = person.details().dateOfBirth();
            return new PersonFound(
                    person.id(),
                    person.reference(),
                    person.name(),
                    born == null ? null : born.getYear(),
                    person.phone().map(Phone::ending).orElse(null),
                    found.lastSeen());
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonFound[id=" + id + "]";
        }
    }

    record PersonForm(
            @NotBlank @Size(max = 100) @Printable @Schema(example = "Margaret")
            String firstName,

            @NotBlank @Size(max = 100) @Printable @Schema(example = "Ellison")
            String lastName,

            @Nullable @Size(max = 50) @Printable @Schema(example = "07700 900123")
            String phone,

            @Nullable @Size(max = 254) @Email @Printable @Schema(example = "margaret@people.example")
            String email,

            @Schema(description = "True where the person wants no contact; then neither phone nor e-mail is needed")
            @Nullable
            Boolean noContact,

            @Nullable @Schema(example = "1948-03-09") LocalDate dateOfBirth,
            @NotNull @Size(max = 8) List<@NotNull Need> needs,

            @Nullable @Size(max = 500) @Printable(lines = true)
            String needsNote) {

        PersonDetails details() {
            return new PersonDetails(
                    firstName, lastName, phone, email, Boolean.TRUE.equals(noContact), dateOfBirth, needs, needsNote);
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonForm[]";
        }
    }

    record PersonWithBookings(
            UUID id,
            String reference,
            String firstName,
            String lastName,
            String name,
            @Nullable String phone,
            @Nullable String email,
            boolean noContact,
            @Nullable LocalDate dateOfBirth,
            List<Need> needs,
            @Nullable String needsNote,
            long version,
            List<Appointment> bookings) {

        static PersonWithBookings of(WithAppointments found) {
            var person = PersonView.of(found.person());
            return new PersonWithBookings(
                    person.id(),
                    person.reference(),
                    person.firstName(),
                    person.lastName(),
                    person.name(),
                    person.phone(),
                    person.email(),
                    person.noContact(),
                    person.dateOfBirth(),
                    person.needs(),
                    person.needsNote(),
                    person.version(),
                    found.appointments());
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonWithBookings[id=" + id + "]";
        }
    }

    @PostMapping("/api/people/search")
    @Operation(operationId = "searchPeople", summary = "The ten people who match best; a POST, so no name is in a URL")
    @Answers({})
    @PreAuthorize("hasAuthority('person:read')")
    PersonSearchResult search(@Valid @RequestBody PersonSearch request) {
        return new PersonSearchResult(
                people.search(request.text()).stream().map(PersonFound::of).toList());
    }

    @PostMapping("/api/people")
    @Operation(operationId = "createPerson", summary = "Write a person down")
    @ApiResponse(responseCode = "201")
    @Answers({ContactNeeded.class, PhoneNotDialable.class, BornInTheFuture.class, BornTooLongAgo.class, SetUpFull.class
    })
    @PreAuthorize("hasAuthority('person:write')")
    ResponseEntity<PersonView> create(@IdempotencyKey String key, @Valid @RequestBody PersonForm request) {
        var person = people.add(request.details(), key);
        return ResponseEntity.created(URI.create("/api/people/" + person.id()))
                .eTag(ETags.of(person.version()))
                .body(PersonView.of(person));
    }

    @GetMapping("/api/people/{personId}")
    @Operation(operationId = "getPerson", summary = "A person and their bookings")
    @ApiResponse(responseCode = "200")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('person:read')")
    ResponseEntity<PersonWithBookings> person(@PathVariable UUID personId) {
        return answer(people.find(personId));
    }

    @PutMapping("/api/people/{personId}")
    @Operation(operationId = "updatePerson", summary = "Correct what is written about a person")
    @ApiResponse(responseCode = "200")
    @Answers({
        NotFound.class,
        StaleVersion.class,
        ContactNeeded.class,
        PhoneNotDialable.class,
        BornInTheFuture.class,
        BornTooLongAgo.class
    })
    @PreAuthorize("hasAuthority('person:write')")
    ResponseEntity<PersonWithBookings> update(
            @PathVariable UUID personId, @IfMatch long version, @Valid @RequestBody PersonForm request) {
        return answer(people.correct(personId, request.details(), version));
    }

    private static ResponseEntity<PersonWithBookings> answer(WithAppointments found) {
        return ResponseEntity.ok().eTag(ETags.of(found.person().version())).body(PersonWithBookings.of(found));
    }
}
