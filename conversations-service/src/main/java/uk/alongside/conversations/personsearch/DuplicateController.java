package uk.alongside.conversations.personsearch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.DuplicateSearch.Newcomer;
import uk.alongside.conversations.person.DuplicateSearch.Shared;
import uk.alongside.conversations.personsearch.DuplicateService.FoundDuplicate;
import uk.alongside.conversations.personsearch.PersonSearchController.MatchView;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "People")
class DuplicateController {

    private final DuplicateService duplicates;

    DuplicateController(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    @Schema(name = "DuplicateSearch")
    record NewcomerForm(
            @NotBlank @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Margaret")
            String firstName,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Ellison")
            String lastName,

            @Nullable @Size(max = 50) @TypedText(TextKind.PHONE) @Schema(example = "07700 900123")
            String phone,

            @Nullable @Schema(example = "1948-03-09") LocalDate dateOfBirth,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Mill Lane")
            String street,

            @Nullable @Size(max = 50) @TypedText(TextKind.CODE) @Schema(example = "943 476 5919")
            String nhsNumber) {

        private Newcomer newcomer() {
            return new Newcomer(firstName, lastName, phone, dateOfBirth, street, nhsNumber);
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "NewcomerForm[]";
        }
    }

    @Schema(name = "Duplicate")
    record DuplicateView(
            MatchView person,

            @Schema(description = "The details that are the same")
            List<Shared> shared) {

        static DuplicateView of(FoundDuplicate found) {
            var duplicate = found.duplicate();
            return new DuplicateView(
                    MatchView.of(new PersonSearchService.FoundPerson(duplicate.person(), found.lastSeen())),
                    duplicate.shared());
        }
    }

    record DuplicateList(List<DuplicateView> items) {}

    @PostMapping("/api/people/duplicates")
    @Operation(
            operationId = "searchDuplicates",
            summary = "Search for people who may be the one whom you are about to add",
            description = "Lists at most 5 people: those with a name that is the same or nearly the same and with the"
                    + " same date of birth, telephone number or street, and the person with the same NHS number. The"
                    + " search is a POST, so that no detail is in an address.")
    @Answers({})
    @PreAuthorize("hasAuthority('person:write')")
    DuplicateList search(@Valid @RequestBody NewcomerForm request) {
        return new DuplicateList(duplicates.find(request.newcomer()).stream()
                .map(DuplicateView::of)
                .toList());
    }
}
