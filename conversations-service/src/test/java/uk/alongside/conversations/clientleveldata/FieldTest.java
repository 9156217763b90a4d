package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.clientleveldata.Field.Result;
import uk.alongside.conversations.clientleveldata.Field.Use;
import uk.alongside.conversations.clientleveldata.Submission.Line;
import uk.alongside.conversations.conclusion.Outcome;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonDirectory.Identity;
import uk.alongside.conversations.person.PersonId;

class FieldTest {

    private static final LocalDate ASKED = LocalDate.of(2026, 7, 2);
    private static final LocalDate SPOKEN = LocalDate.of(2026, 7, 9);
    private static final ConversationId RECORD = new ConversationId(UUID.randomUUID());
    private static final PersonId PERSON = new PersonId(UUID.randomUUID());

    @Test
    void areMandatoryAsInTheDepartmentsProcedureForARequest() {
        assertThat(columns(Use.MANDATORY))
                .isEqualTo(Set.of(
                        "LA_Code",
                        "Reporting_Period_Start_Date",
                        "Reporting_Period_End_Date",
                        "NHS_Number",
                        "LA_Person_Unique_Identifier",
                        "Gender",
                        "Ethnicity",
                        "Date_of_Birth",
                        "Client_Type",
                        "Postcode",
                        "Accommodation_Status",
                        "Has_Unpaid_Carer",
                        "Event_Type",
                        "Event_Start_Date",
                        "Event_End_Date",
                        "Event_Outcome",
                        "Request_Route_of_Access"));
        assertThat(columns(Use.NOT_APPLICABLE))
                .contains("Assessment_Type", "Service_Type", "Review_Reason", "Unit_Cost", "Adult_1_Linked_Person_ID");
        assertThat(columns(Use.OPTIONAL)).contains("Primary_Support_Reason", "Event_Reference", "Employment_Status");
    }

    @Test
    void passInAWholeLine() {
        var line = line(request(ASKED, SPOKEN, Outcome.INFORMATION_AND_ADVICE), person("9990000107", born(1950)));

        assertThat(Arrays.stream(Field.values()).filter(Field::isRecorded))
                .allSatisfy(field ->
                        assertThat(field.check(line)).as(field.column()).isEqualTo(Result.VALID));
    }

    @Test
    void failBlankIfMandatoryAndPassBlankIfNot() {
        var line = line(request(ASKED, SPOKEN, null), person(null, null));

        assertThat(Field.NHS_NUMBER.check(line)).isEqualTo(Result.MISSING);
        assertThat(Field.DATE_OF_BIRTH.check(line)).isEqualTo(Result.MISSING);
        assertThat(Field.EVENT_OUTCOME.check(line)).isEqualTo(Result.MISSING);
        assertThat(Field.GENDER.check(line)).isEqualTo(Result.MISSING);
        assertThat(Field.PRIMARY_SUPPORT_REASON.check(line)).isEqualTo(Result.BLANK);
        assertThat(Field.EVENT_DESCRIPTION.check(line)).isEqualTo(Result.BLANK);
    }

    @Test
    void failInvalid() {
        var asked = line(request(SPOKEN.plusDays(1), SPOKEN, Outcome.OTHER), person("9990000108", SPOKEN.plusDays(1)));
        var late = line(request(ASKED, LocalDate.of(2026, 10, 1), Outcome.OTHER), person(null, null));

        assertThat(Field.EVENT_START_DATE.check(asked)).isEqualTo(Result.INVALID);
        assertThat(Field.NHS_NUMBER.check(asked)).isEqualTo(Result.INVALID);
        assertThat(Field.DATE_OF_BIRTH.check(asked)).isEqualTo(Result.INVALID);
        assertThat(Field.EVENT_END_DATE.check(late)).isEqualTo(Result.INVALID);
        assertThat(Field.LA_CODE.check(new Line(late.period(), "E10", late.request(), late.person())))
                .isEqualTo(Result.INVALID);
    }

    @Test
    void countsResultsOfFieldsThatApplyOnly() {
        var lines = List.of(
                line(request(ASKED, SPOKEN, Outcome.OTHER), person(null, born(1950))),
                line(request(ASKED, SPOKEN, Outcome.OTHER), person(null, null)));

        var born = FieldCheck.of(Field.DATE_OF_BIRTH, lines);
        assertThat(born.counts()).isEqualTo(Map.of(Result.VALID, 1L, Result.MISSING, 1L));
        assertThat(FieldCheck.of(Field.UNIT_COST, lines).counts()).isEmpty();
    }

    @Test
    void nameThePersonInTheReferenceOfASharedRecordOnly() {
        var person = person(null, null);
        var shared = new Request(RECORD, PERSON, ASKED, SPOKEN, Outcome.OTHER, true);

        assertThat(Field.EVENT_REFERENCE.in(line(request(ASKED, SPOKEN, Outcome.OTHER), person)))
                .isEqualTo(RECORD.value().toString());
        assertThat(Field.EVENT_REFERENCE.in(line(shared, person))).isEqualTo(RECORD.value() + "-K7M2PQ4X");
    }

    @Test
    void giveNoFormulaToASpreadsheet() {
        var person = new Identity(PERSON, "K7M2PQ4X", "=HYPERLINK(\"x\")", "O'Brien, \"Bea\"", null, null);
        var request = request(ASKED, SPOKEN, Outcome.OTHER);

        var file = new String(
                ExtractFile.of(new Submission(period(), "913", List.of(request), Map.of(PERSON, person))),
                StandardCharsets.UTF_8);

        assertThat(file).contains("\"'=HYPERLINK(\"\"x\"\")\",\"O'Brien, \"\"Bea\"\"\"");
        assertThat(file.lines()).hasSize(2);
        assertThat(file)
                .startsWith("\"LA_Code\",\"Reporting_Period_Start_Date\"")
                .endsWith("\r\n");
    }

    private static Set<String> columns(Use use) {
        return Arrays.stream(Field.values())
                .filter(field -> field.use() == use)
                .map(Field::column)
                .collect(toSet());
    }

    private static Period period() {
        return Period.endingWith(LocalDate.of(2026, 7, 1));
    }

    private static LocalDate born(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static Request request(LocalDate starts, LocalDate ends, @Nullable Outcome outcome) {
        return new Request(RECORD, PERSON, starts, ends, outcome, false);
    }

    private static Identity person(@Nullable String nhsNumber, @Nullable LocalDate born) {
        return new Identity(PERSON, "K7M2PQ4X", "Ada", "Made-up", born, nhsNumber);
    }

    private static Line line(Request request, Identity person) {
        return new Line(period(), "913", request, person);
    }
}
