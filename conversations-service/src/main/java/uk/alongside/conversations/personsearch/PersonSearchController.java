package uk.alongside.conversations.personsearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "People")
class PersonSearchController {

    private final PersonSearchService people;

    PersonSearchController(PersonSearchService people) {
        this.people = people;
    }

    @Schema(name = "PersonSearch")
    record SearchText(
            @NotNull
            @Size(min = 2, max = 100)
            @Schema(
                    description = "Two letters or more of any part of the name, digits of the phone, the reference,"
                            + " the date of birth or the NHS number",
                    example = "ellison")
            @TypedText(TextKind.LINE)
            String text) {

        /** Leaves out what was typed, since this text appears in logs. */
        @Override
        public String toString() {
            return "SearchText[]";
        }
    }

    @Schema(name = "PersonMatch")
    record MatchView(
            PersonId id,
            String reference,
            String name,
            @Nullable Integer bornYear,
            @Nullable String street,

            @Nullable @Schema(description = "The last three digits")
            String phoneEnding,

            @Nullable @Schema(description = "The last day on which the person came")
            LocalDate lastSeen) {

        static MatchView of(PersonSearchService.FoundPerson found) {
            var match = found.match();
            return new MatchView(
                    match.id(),
                    match.reference(),
                    match.name(),
                    match.bornYear(),
                    match.street(),
                    match.phoneEnding(),
                    found.lastSeen());
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "MatchView[id=" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonMatchList(List<MatchView> items, @Nullable PersonId next) {}

    @PostMapping("/api/people/search")
    @Operation(
            operationId = "searchPeople",
            summary = "Search for people; the nearest names come first",
            description = "A page has at most 10 people. Names are ranked among the first 200 matches. The search is a"
                    + " POST, so that no name is in an address.")
    @Answers({})
    @PreAuthorize("hasAuthority('person:read')")
    PersonMatchList search(
            @Valid @RequestBody SearchText request, @RequestParam(required = false) @Nullable PersonId after) {
        var page = people.search(request.text(), after).map(MatchView::of);
        return new PersonMatchList(page.items(), page.next());
    }
}
