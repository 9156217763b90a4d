package uk.alongside.conversations.clientleveldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.clientleveldata.ExtractService.Check;
import uk.alongside.conversations.clientleveldata.ExtractService.Reason;
import uk.alongside.conversations.clientleveldata.Field.Part;
import uk.alongside.conversations.clientleveldata.Field.Result;
import uk.alongside.conversations.clientleveldata.Field.Use;
import uk.alongside.conversations.clientleveldata.ReportingPeriod.Dropped;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@RequestMapping("/api/client-level-data/{quarter}")
@Tag(name = "Client Level Data")
class ExtractController {

    private static final String CSV = "text/csv";
    private static final String EVENTS = "Alongside-Events";
    private static final String LEFT_OUT = "Alongside-Left-Out";

    private final ExtractService extracts;

    ExtractController(ExtractService extracts) {
        this.extracts = extracts;
    }

    @Schema(name = "SubmissionPeriod")
    record PeriodView(
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to) {

        static PeriodView of(Period period) {
            return new PeriodView(period.from(), period.to());
        }
    }

    @Schema(name = "SubmissionMonth")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MonthView(
            @Schema(description = "The first day of the month")
            LocalDate from,

            @Schema(description = "How many events ended in it")
            long events,

            @Nullable @Schema(description = "Why the Department drops the month; absent if it counts")
            Dropped dropped) {

        static MonthView of(ReportingPeriod.Month month) {
            return new MonthView(month.month().atDay(1), month.events(), month.dropped());
        }
    }

    @Schema(name = "SubmissionField", description = "A field of the file, and the results of its check in all events")
    record FieldView(
            Field field,

            @Schema(description = "The name of the column in the specification")
            String name,

            Part module,

            @Schema(description = "Whether the field applies to the events of the file")
            boolean applicable,

            boolean mandatory,

            @Schema(description = "Whether Alongside records it. If not, it is blank in each event")
            boolean recorded,

            @Schema(description = "Passed: valid") long valid,

            @Schema(description = "Passed: blank, and not mandatory")
            long blank,

            @Schema(description = "Failed: blank, and mandatory")
            long missing,

            @Schema(description = "Failed: invalid") long invalid) {

        static FieldView of(FieldCheck check) {
            var field = check.field();
            return new FieldView(
                    field,
                    field.column(),
                    field.part(),
                    field.use() != Use.NOT_APPLICABLE,
                    field.use() == Use.MANDATORY,
                    field.isRecorded(),
                    check.count(Result.VALID),
                    check.count(Result.BLANK),
                    check.count(Result.MISSING),
                    check.count(Result.INVALID));
        }
    }

    @Schema(name = "SubmissionCheck")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckView(
            @Schema(description = "The day of the check") LocalDate today,

            @Schema(description = "How many events the file has, those of restricted records included")
            int events,

            int people,

            @Schema(description = "The period that the file states: twelve months that end with the quarter")
            PeriodView stated,

            @Nullable
            @Schema(description = "The period that the Department reads from the file; absent if no month counts")
            PeriodView derived,

            @Schema(description = "Whether the file has fewer than 100 events, so that the stated period is taken")
            boolean fewEvents,

            @Schema(description = "Whether the two periods are the same")
            boolean agrees,

            @Schema(description = "The months of the stated period, the earliest one first")
            List<MonthView> months,

            @Schema(description = "All fields, in the order of the file")
            List<FieldView> fields) {

        static CheckView of(Check check) {
            var derived = check.period().derived();
            return new CheckView(
                    check.today(),
                    check.events(),
                    check.people(),
                    PeriodView.of(check.stated()),
                    derived == null ? null : PeriodView.of(derived),
                    check.period().stated(),
                    check.period().agreesWith(check.stated()),
                    check.period().months().stream().map(MonthView::of).toList(),
                    check.fields().stream().map(FieldView::of).toList());
        }
    }

    record NewExtract(
            @NotNull Reason reason,

            @NotNull
            @Pattern(regexp = "[0-9]{3}")
            @TypedText(TextKind.CODE)
            @Schema(description = "The three digits by which the Department knows the council", example = "913")
            String laCode) {}

    @GetMapping
    @Operation(
            operationId = "getClientLevelData",
            summary = "Check the Client Level Data of the twelve months that end with a quarter",
            description =
                    "Numbers only: how each field does in the Department's check, and the reporting period that the"
                            + " Department would read from the file. The quarter is named by its first day.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('figures:read')")
    CheckView get(@PathVariable LocalDate quarter) {
        return CheckView.of(extracts.check(quarter));
    }

    @PostMapping(path = "/extracts", produces = CSV)
    @Operation(
            operationId = "extractClientLevelData",
            summary = "Get the Client Level Data of the twelve months that end with a quarter as a CSV file",
            description =
                    "A line for each event, with the official names of the columns. Events of restricted records that"
                            + " the caller may not read are left out, and the answer says how many. The audit names the"
                            + " people in the file and the reason.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            headers = {
                                @Header(
                                        name = EVENTS,
                                        description = "How many events the file has",
                                        schema = @Schema(type = "integer")),
                                @Header(
                                        name = LEFT_OUT,
                                        description = "How many events are left out",
                                        schema = @Schema(type = "integer"))
                            },
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:read')")
    ResponseEntity<byte[]> extract(@PathVariable LocalDate quarter, @Valid @RequestBody NewExtract request) {
        var extract = extracts.extract(quarter, request.laCode(), request.reason());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("client-level-data-" + quarter + ".csv")
                                .build()
                                .toString())
                .header(EVENTS, String.valueOf(extract.submission().requests().size()))
                .header(LEFT_OUT, String.valueOf(extract.leftOut()))
                .body(ExtractFile.of(extract.submission()));
    }
}
