package uk.alongside.conversations.evidence;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.evidence.EvidenceRefusal.DefinitionChanged;
import uk.alongside.conversations.evidence.EvidenceRefusal.DraftExists;
import uk.alongside.conversations.evidence.EvidenceRefusal.EmptySections;
import uk.alongside.conversations.evidence.EvidenceRefusal.StaleDraft;
import uk.alongside.conversations.evidence.Report.Section;
import uk.alongside.conversations.evidence.Reports.Summary;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Evidence")
class ReportController {

    private static final int LONGEST_SECTION = 20_000;

    private final ReportService reports;

    ReportController(ReportService reports) {
        this.reports = reports;
    }

    @Schema(name = "NewEvidenceSection")
    record NewText(
            @Nullable
            @Size(max = LONGEST_SECTION)
            @TypedText(TextKind.TEXT)
            @Schema(description = "The text of the section, without names of residents; absent or empty to clear it")
            String text) {

        private String given() {
            return text == null ? "" : text;
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewText[]";
        }
    }

    @Schema(name = "EvidenceReportSummary")
    record SummaryView(ReportId id, int number, Instant asAt, Instant publishedAt) {

        static SummaryView of(Summary report) {
            return new SummaryView(
                    report.id(),
                    report.number(),
                    report.asAt(),
                    report.published().at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceReportList(
            List<SummaryView> items, @Nullable ReportId next) {}

    @GetMapping("/api/evidence-draft")
    @Operation(operationId = "getEvidenceDraft", summary = "Read the draft of the next report")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Versioned<DraftView> draft() {
        return versioned(reports.draft());
    }

    @PostMapping("/api/evidence-draft")
    @Operation(
            operationId = "createEvidenceDraft",
            summary = "Make the draft of the next report, with the figures and notes as they are now")
    @Answers({DraftExists.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Created<DraftView> begin(@IdempotencyKey String key) {
        var draft = reports.begin(key);
        return new Created<>("/api/evidence-draft", draft, draft.version());
    }

    @PutMapping("/api/evidence-draft/sections/{section}")
    @Operation(operationId = "updateEvidenceSection", summary = "Write a section of the draft")
    @Answers({NotFound.class, StaleDraft.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Versioned<DraftView> write(
            @PathVariable Section section, @IfMatch long version, @Valid @RequestBody NewText request) {
        return versioned(reports.write(section, request.given(), version));
    }

    @PostMapping("/api/evidence-draft/refresh")
    @Operation(
            operationId = "refreshEvidenceDraft",
            summary = "Take the figures and notes as they are now into the draft")
    @Answers({NotFound.class, StaleDraft.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Versioned<DraftView> refresh(@IfMatch long version) {
        return versioned(reports.refresh(version));
    }

    @DeleteMapping("/api/evidence-draft")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteEvidenceDraft", summary = "Delete the draft of the next report")
    @Answers({NotFound.class, StaleDraft.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    void delete(@IfMatch long version) {
        reports.delete(version);
    }

    @GetMapping("/api/evidence-reports")
    @Operation(
            operationId = "listEvidenceReports",
            summary = "List the published reports, the latest first",
            description = "A page has at most 50 reports.")
    @PreAuthorize("hasAuthority('figures:read')")
    EvidenceReportList list(@RequestParam(required = false) @Nullable ReportId after) {
        var page = reports.list(after).map(SummaryView::of);
        return new EvidenceReportList(page.items(), page.next());
    }

    @PostMapping("/api/evidence-reports")
    @Operation(
            operationId = "createEvidenceReport",
            summary = "Publish the draft as a report, which never changes",
            description = "If-Match is the version of the draft that the caller has read.")
    @Answers({NotFound.class, StaleDraft.class, EmptySections.class, DefinitionChanged.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Created<ReportView> publish(@IdempotencyKey String key, @IfMatch long version) {
        var report = reports.publish(version, key);
        return new Created<>("/api/evidence-reports/" + report.id().value(), report, 0);
    }

    @GetMapping("/api/evidence-reports/{reportId}")
    @Operation(operationId = "getEvidenceReport", summary = "Read a published report")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('figures:read')")
    Versioned<ReportView> get(@PathVariable ReportId reportId) {
        return new Versioned<>(reports.find(reportId), 0);
    }

    private static Versioned<DraftView> versioned(DraftView draft) {
        return new Versioned<>(draft, draft.version());
    }
}
