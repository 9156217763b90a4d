package uk.alongside.foundation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.audit.AuditReader.Wanted;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** Shows a service's own audit record to the leads of a council. Each service sets its own path. */
@RestController
@RequestMapping("${alongside.audit.path:/api/audit}")
@Tag(name = "Audit")
class AuditController {

    private static final String CSV = "text/csv";
    private static final String KIND = "[a-z][a-z-]{0,39}";
    private static final int MOST_ANCHORS = 1_000;

    private final AuditEntries entries;
    private final AuditExport export;
    private final AuditChain chain;
    private final AuditAnchors anchors;

    AuditController(AuditEntries entries, AuditExport export, AuditChain chain, AuditAnchors anchors) {
        this.entries = entries;
        this.export = export;
        this.chain = chain;
        this.anchors = anchors;
    }

    @Schema(name = "AuditEvent")
    record AuditLine(
            UUID id,

            @Schema(description = "The place of this event in the record; absent until it is sealed") @Nullable
            Long seq,

            @Schema(
                    description =
                            "Whether a later change of this event would be found. An event is sealed within seconds")
            boolean sealed,

            Instant at,

            @Schema(description = "member, operator or service")
            String actorKind,

            @Schema(description = "The member who did it") @Nullable
            UUID memberId,

            @Schema(description = "The name of the member who did it; never a resident's") @Nullable
            String memberName,

            @Schema(description = "A word: read, added, booked, checked-in")
            String action,

            @Schema(description = "A word: person, booking, day, session, hub")
            String kind,

            @Schema(description = "How often the member read the same records on this day; 1 for a change")
            int times,

            @Schema(description = "The time of the first of these reads")
            Instant since,

            @Schema(description = "The first records that it concerned")
            List<AuditSubject> subjects,

            @Schema(description = "How many records it concerned besides these")
            int moreSubjects,

            @Schema(description = "The values that were kept, such as a setting before and after a change")
            List<AuditValue> values) {

        static AuditLine of(AuditEntries.Entry entry) {
            var line = entry.newest();
            return new AuditLine(
                    line.id(),
                    line.seq(),
                    entry.sealed(),
                    line.at(),
                    line.actorKind().word(),
                    line.name() == null ? null : line.actor(),
                    line.name(),
                    line.action(),
                    line.kind(),
                    entry.times(),
                    entry.since(),
                    entry.subjects().stream().map(AuditSubject::of).toList(),
                    entry.more(),
                    line.values());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditSubject(
            @Schema(description = "A word: person, booking, day, session, hub")
            String kind,

            @Schema(description = "The id of the record; of a day, the id of the hub")
            UUID id,

            @Schema(description = "Whether the record still exists")
            boolean exists,

            @Schema(description = "Its name, or that of its hub; of a resident only for a caller who may read people")
            @Nullable
            String name,

            @Schema(description = "The code by which staff find a resident") @Nullable
            String reference,

            @Nullable UUID hubId,
            @Nullable LocalDate date,
            @Nullable LocalTime starts) {

        static AuditSubject of(AuditEntries.Named named) {
            var subject = named.subject();
            return subject == null
                    ? new AuditSubject(named.kind(), named.id(), false, null, null, null, null, null)
                    : new AuditSubject(
                            named.kind(),
                            named.id(),
                            true,
                            subject.name(),
                            subject.reference(),
                            subject.hubId(),
                            subject.date(),
                            subject.starts());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditEventList(List<AuditLine> items, @Nullable UUID next) {}

    record AuditAnchor(
            @Min(1) long seq,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") @TypedText(TextKind.CODE)
            String hash) {

        static AuditAnchor of(Anchor anchor) {
            return new AuditAnchor(anchor.seq(), anchor.hash().toString());
        }

        Anchor anchor() {
            return new Anchor(seq, Digest.of(hash));
        }
    }

    @Schema(name = "KeptAuditAnchor")
    record KeptAnchor(
            long seq,
            String hash,

            @Schema(description = "When this anchor was received")
            Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditAnchorList(List<KeptAnchor> items, @Nullable Long next) {}

    @Schema(name = "AuditVerification")
    record Verification(
            @Schema(description = "Anchors of this chain that were kept elsewhere") @NotNull @Size(max = MOST_ANCHORS)
            List<@NotNull @Valid AuditAnchor> anchors) {}

    record AuditFinding(
            long seq,

            @Schema(
                    description =
                            "altered, forged, lost, missing, reordered, clock, subjects, unsealed, cut or rewritten")
            String what) {}

    record AuditVerdict(
            @Schema(description = "The number of sealed events")
            long events,

            @Schema(description = "The number of events that are not sealed yet")
            long unsealed,

            @Schema(description = "The damage found; empty if the record is intact")
            List<AuditFinding> findings) {}

    @GetMapping("/events")
    @Operation(operationId = "listAuditEvents", summary = "List who read or changed what, newest first, 25 a page")
    @PreAuthorize("hasAuthority('audit:read')")
    AuditEventList list(
            @Parameter(description = "Only events about this kind of record", example = "person")
                    @RequestParam(required = false)
                    @Pattern(regexp = KIND)
                    @TypedText(TextKind.CODE)
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Nullable MemberId memberId,
            @Parameter(description = "Only events that name the record of this id")
                    @RequestParam(required = false)
                    @Nullable
                    UUID subjectId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID after) {
        var page = entries.page(new Wanted(kind, memberId, subjectId, from, to, after))
                .map(AuditLine::of);
        return new AuditEventList(page.items(), page.next());
    }

    @GetMapping(path = "/export", produces = CSV)
    @Operation(
            operationId = "exportAudit",
            summary = "Get the events that match a filter as a CSV file, newest first",
            description =
                    "Each event is a row with its place in the record and whether it is sealed. The file has ids of residents, no names. The export is itself recorded.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PreAuthorize("hasAuthority('audit:read')")
    void export(
            @RequestParam(required = false) @Pattern(regexp = KIND) @TypedText(TextKind.CODE) @Nullable String kind,
            @RequestParam(required = false) @Nullable MemberId memberId,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        export.write(new Wanted(kind, memberId, subjectId, from, to, null), response.getWriter());
    }

    @GetMapping("/anchor")
    @Operation(
            operationId = "getAuditAnchor",
            summary = "Get the current end of the record, to keep elsewhere",
            description =
                    "A kept end shows later whether the record was cut or rewritten. Answers 204 before the first event.")
    @PreAuthorize("hasAuthority('audit:read')")
    ResponseEntity<AuditAnchor> anchor() {
        return chain.end()
                .map(end -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"audit-" + end.seq() + ".json\"")
                        .body(AuditAnchor.of(end)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/anchors")
    @Operation(
            operationId = "listAuditAnchors",
            summary = "List the ends of the other service's record that are kept here, newest first",
            description =
                    "Send them to the other service's verification to find out whether its record was cut or rewritten. A"
                            + " page has at most 1,000 ends.")
    @PreAuthorize("hasAuthority('audit:read')")
    AuditAnchorList kept(@RequestParam(required = false) @Min(1) @Nullable Long after) {
        var page = Page.ofRest(
                        anchors.kept(after, MOST_ANCHORS + 1),
                        kept -> kept.anchor().seq(),
                        MOST_ANCHORS)
                .map(kept ->
                        new KeptAnchor(kept.anchor().seq(), kept.anchor().hash().toString(), kept.at()));
        return new AuditAnchorList(page.items(), page.next());
    }

    @PostMapping("/verifications")
    @Operation(operationId = "verifyAudit", summary = "Verify the record and report where it is damaged")
    @PreAuthorize("hasAuthority('audit:read')")
    AuditVerdict verify(@Valid @RequestBody Verification request) {
        var verdict =
                chain.verify(request.anchors().stream().map(AuditAnchor::anchor).toList());
        return new AuditVerdict(
                verdict.events(),
                verdict.unsealed(),
                verdict.findings().stream()
                        .map(finding ->
                                new AuditFinding(finding.seq(), finding.what().word()))
                        .toList());
    }
}
