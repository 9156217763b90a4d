package uk.alongside.conversations.person;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.council.SetUpMode;
import uk.alongside.conversations.person.Appointments.Appointment;
import uk.alongside.conversations.person.PersonService.PersonMatch;
import uk.alongside.conversations.person.PersonService.WithAppointments;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.text.Printable;

@RestController
@Tag(name = "person")
class PersonController {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

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

    record PersonView(
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
            long version) {

        static PersonView of(Person person) {
            var details = person.details();
            return new PersonView(
                    person.id(),
                    person.reference(),
                    details.firstName(),
                    details.lastName(),
                    person.name(),
                    details.phone(),
                    details.email(),
                    details.noContact(),
                    details.dateOfBirth(),
                    details.needs(),
                    details.needsNote(),
                    person.version());
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "PersonView[id=" + id + "]";
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
    @PreAuthorize("hasAuthority('person:read')")
    PersonSearchResult search(@Valid @RequestBody PersonSearch request) {
        return new PersonSearchResult(
                people.search(request.text()).stream().map(PersonFound::of).toList());
    }

    @PostMapping("/api/people")
    @Operation(operationId = "createPerson", summary = "Write a person down")
    @ApiResponse(responseCode = "201")
    @PreAuthorize("hasAuthority('person:write')")
    ResponseEntity<PersonView> create(@IdempotencyKey String key, @Valid @RequestBody PersonForm request) {
        var person = people.add(request.details(), key);
        return ResponseEntity.created(URI.create("/api/people/" + person.id()))
                .eTag(etag(person))
                .body(PersonView.of(person));
    }

    @GetMapping("/api/people/{personId}")
    @Operation(operationId = "getPerson", summary = "A person and their bookings")
    @ApiResponse(responseCode = "200")
    @PreAuthorize("hasAuthority('person:read')")
    ResponseEntity<PersonWithBookings> person(@PathVariable UUID personId) {
        return answer(people.find(personId));
    }

    @PutMapping("/api/people/{personId}")
    @Operation(operationId = "updatePerson", summary = "Correct what is written about a person")
    @ApiResponse(responseCode = "200")
    @PreAuthorize("hasAuthority('person:write')")
    ResponseEntity<PersonWithBookings> update(
            @PathVariable UUID personId,
            @Parameter(required = true, description = "The ETag of what was read", example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody PersonForm request) {
        return answer(people.correct(personId, request.details(), version(ifMatch)));
    }

    private static ResponseEntity<PersonWithBookings> answer(WithAppointments found) {
        return ResponseEntity.ok().eTag(etag(found.person())).body(PersonWithBookings.of(found));
    }

    private static String etag(Person person) {
        return "\"" + person.version() + "\"";
    }

    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new PersonRefused(new PersonRefusal.VersionNeeded());
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Long.parseLong(etag.group(1)) : -1;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PersonRefused e) {
        var problem = problem(e.reasons().getFirst());
        if (e.reasons().size() > 1) {
            problem.setDetail("Some answers are missing or cannot be right.");
            problem.setProperty(
                    "errors",
                    e.reasons().stream().flatMap(PersonController::errors).toList());
        }
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static Stream<?> errors(PersonRefusal reason) {
        var properties = problem(reason).getProperties();
        return properties != null && properties.get("errors") instanceof List<?> errors
                ? errors.stream()
                : Stream.empty();
    }

    private static ProblemDetail problem(PersonRefusal reason) {
        return switch (reason) {
            case PersonRefusal.NoSuchPerson _ -> Problem.notFound();
            case PersonRefusal.ContactNeeded _ ->
                invalid(
                        reason,
                        "phone",
                        "Enter a phone number or an e-mail address, or say that they want no contact.");
            case PersonRefusal.PhoneNotDialable _ ->
                invalid(
                        reason,
                        "phone",
                        "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192.");
            case PersonRefusal.BornInTheFuture _ ->
                invalid(reason, "dateOfBirth", "The date of birth must be in the past.");
            case PersonRefusal.BornTooLongAgo _ ->
                invalid(reason, "dateOfBirth", "The date of birth must be after 1899.");
            case PersonRefusal.VersionNeeded _ ->
                Problem.of(
                        PRECONDITION_REQUIRED,
                        "if-match-required",
                        "Send a header If-Match with the ETag of what you read.");
            case PersonRefusal.SetUpFull _ ->
                Problem.of(
                        CONFLICT,
                        "set-up-people-limit",
                        "Until your council is live, up to " + SetUpMode.MOST_PEOPLE + " people can be added.");
            case PersonRefusal.ChangedMeanwhile(var current) -> {
                var problem = Problem.of(
                        PRECONDITION_FAILED, "changed-meanwhile", "Somebody else changed this person meanwhile.");
                problem.setProperty("current", PersonView.of(current));
                yield problem;
            }
        };
    }

    private static ProblemDetail invalid(PersonRefusal reason, String field, String detail) {
        return Problem.invalid(field, reason.getClass().getSimpleName(), detail);
    }
}
