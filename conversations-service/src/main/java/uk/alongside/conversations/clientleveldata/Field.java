package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.clientleveldata.Submission.Line;
import uk.alongside.conversations.conclusion.Outcome;
import uk.alongside.conversations.identifier.NhsNumber;

/**
 * The fields of the file in the order of the specification, and whether each one is needed for a Request.
 *
 * <p>Modules, names and needs are those of the Department's check of data quality (Stored_procedures/
 * create_GetDQValues_procedure.sql, repository DataS-DHSC/ASC-CLD-LA-Dashboard, MIT licence), June 2026. It does not check
 * names of people, so these are not needed. Five details of a person apply only to a person whose client type is filled in.
 */
enum Field {
    LA_CODE(
            "LA_Code",
            Part.SUBMISSION_INFORMATION,
            Use.MANDATORY,
            Line::laCode,
            (_, code) -> Rules.CODE.matcher(code).matches()),
    REPORTING_PERIOD_START_DATE(
            "Reporting_Period_Start_Date",
            Part.SUBMISSION_INFORMATION,
            Use.MANDATORY,
            line -> day(line.period().from())),
    REPORTING_PERIOD_END_DATE(
            "Reporting_Period_End_Date",
            Part.SUBMISSION_INFORMATION,
            Use.MANDATORY,
            line -> day(line.period().to())),
    NHS_NUMBER(
            "NHS_Number",
            Part.PERSON_DETAILS,
            Use.MANDATORY,
            line -> text(line.person().nhsNumber()),
            (_, number) -> NhsNumber.parse(number).isPresent()),
    LA_PERSON_UNIQUE_IDENTIFIER(
            "LA_Person_Unique_Identifier",
            Part.PERSON_DETAILS,
            Use.MANDATORY,
            line -> line.person().reference()),
    FIRST_NAME(
            "First_Name",
            Part.PERSON_DETAILS,
            Use.OPTIONAL,
            line -> line.person().firstName()),
    LAST_NAME(
            "Last_Name",
            Part.PERSON_DETAILS,
            Use.OPTIONAL,
            line -> text(line.person().lastName())),
    GP_PRACTICE_NAME("GP_Practice_Name", Part.PERSON_DETAILS, Use.OPTIONAL),
    GP_PRACTICE_CODE("GP_Practice_Code", Part.PERSON_DETAILS, Use.OPTIONAL),
    GENDER("Gender", Part.PERSON_DETAILS, Use.MANDATORY),
    ETHNICITY("Ethnicity", Part.PERSON_DETAILS, Use.MANDATORY),
    DATE_OF_BIRTH(
            "Date_of_Birth",
            Part.PERSON_DETAILS,
            Use.MANDATORY,
            line -> day(line.person().dateOfBirth()),
            (line, _) -> isBornBefore(line)),
    DATE_OF_DEATH("Date_of_Death", Part.PERSON_DETAILS, Use.OPTIONAL),
    CLIENT_TYPE("Client_Type", Part.PERSON_DETAILS, Use.MANDATORY),
    PRIMARY_SUPPORT_REASON("Primary_Support_Reason", Part.PERSON_DETAILS, Use.OPTIONAL),
    POSTCODE("Postcode", Part.PERSON_DETAILS, Use.MANDATORY),
    ACCOMMODATION_STATUS("Accommodation_Status", Part.PERSON_DETAILS, Use.MANDATORY),
    EMPLOYMENT_STATUS("Employment_Status", Part.PERSON_DETAILS, Use.OPTIONAL),
    HAS_UNPAID_CARER("Has_Unpaid_Carer", Part.PERSON_DETAILS, Use.MANDATORY),
    AUTISM_SPECTRUM_DISORDER_ASD("Autism_Spectrum_Disorder_ASD", Part.PERSON_DETAILS, Use.NOT_APPLICABLE),
    VISUAL_IMPAIRMENT("Visual_Impairment", Part.PERSON_DETAILS, Use.NOT_APPLICABLE),
    HEARING_IMPAIRMENT("Hearing_Impairment", Part.PERSON_DETAILS, Use.NOT_APPLICABLE),
    DEMENTIA("Dementia", Part.PERSON_DETAILS, Use.NOT_APPLICABLE),
    CLIENT_FUNDING_STATUS("Client_Funding_Status", Part.PERSON_DETAILS, Use.NOT_APPLICABLE),
    EVENT_TYPE("Event_Type", Part.EVENTS, Use.MANDATORY, _ -> EventType.REQUEST.officialName()),
    EVENT_REFERENCE("Event_Reference", Part.EVENTS, Use.OPTIONAL, Field::reference),
    EVENT_START_DATE(
            "Event_Start_Date",
            Part.EVENTS,
            Use.MANDATORY,
            line -> day(line.request().starts()),
            (line, _) -> !line.request().starts().isAfter(line.request().ends())),
    EVENT_END_DATE(
            "Event_End_Date",
            Part.EVENTS,
            Use.MANDATORY,
            line -> day(line.request().ends()),
            (line, _) -> line.period().contains(line.request().ends())),
    EVENT_DESCRIPTION("Event_Description", Part.EVENTS, Use.OPTIONAL),
    EVENT_OUTCOME(
            "Event_Outcome",
            Part.EVENTS,
            Use.MANDATORY,
            line -> outcome(line.request()),
            (_, name) -> Rules.OUTCOMES.contains(name)),
    REQUEST_ROUTE_OF_ACCESS("Request_Route_of_Access", Part.REQUESTS, Use.MANDATORY),
    ASSESSMENT_TYPE("Assessment_Type", Part.ASSESSMENTS, Use.NOT_APPLICABLE),
    ELIGIBLE_NEEDS_IDENTIFIED("Eligible_Needs_Identified", Part.ASSESSMENTS, Use.NOT_APPLICABLE),
    METHOD_OF_ASSESSMENT("Method_of_Assessment", Part.ASSESSMENTS, Use.NOT_APPLICABLE),
    TOTAL_HRS_CARING_PER_WEEK("Total_Hrs_Caring_per_week", Part.CARERS, Use.NOT_APPLICABLE),
    NO_OF_ADULTS_BEING_CARED_FOR("No_of_adults_being_cared_for", Part.CARERS, Use.NOT_APPLICABLE),
    ADULT_1_LINKED_PERSON_ID("Adult_1_Linked_Person_ID", Part.CARERS, Use.NOT_APPLICABLE),
    ADULT_2_LINKED_PERSON_ID("Adult_2_Linked_Person_ID", Part.CARERS, Use.NOT_APPLICABLE),
    ADULT_3_LINKED_PERSON_ID("Adult_3_Linked_Person_ID", Part.CARERS, Use.NOT_APPLICABLE),
    SERVICE_TYPE("Service_Type", Part.SERVICES, Use.NOT_APPLICABLE),
    SERVICE_COMPONENT("Service_Component", Part.SERVICES, Use.NOT_APPLICABLE),
    DELIVERY_MECHANISM("Delivery_Mechanism", Part.SERVICES, Use.NOT_APPLICABLE),
    PROVIDER_CQC_LOCATION_NAME("Provider_CQC_Location_Name", Part.SERVICES, Use.NOT_APPLICABLE),
    PROVIDER_CQC_LOCATION_ID("Provider_CQC_Location_ID", Part.SERVICES, Use.NOT_APPLICABLE),
    REVIEW_REASON("Review_Reason", Part.REVIEWS, Use.NOT_APPLICABLE),
    REVIEW_OUTCOMES_ACHIEVED("Review_Outcomes_Achieved", Part.REVIEWS, Use.NOT_APPLICABLE),
    METHOD_OF_REVIEW("Method_of_Review", Part.REVIEWS, Use.NOT_APPLICABLE),
    UNIT_COST("Unit_Cost", Part.COSTS, Use.NOT_APPLICABLE),
    COST_FREQUENCY_UNIT_TYPE("Cost_Frequency_Unit_Type", Part.COSTS, Use.NOT_APPLICABLE),
    PLANNED_UNITS_PER_WEEK("Planned_units_per_week", Part.COSTS, Use.NOT_APPLICABLE);

    /** The parts of the specification. */
    enum Part {
        SUBMISSION_INFORMATION,
        PERSON_DETAILS,
        EVENTS,
        REQUESTS,
        ASSESSMENTS,
        CARERS,
        SERVICES,
        REVIEWS,
        COSTS
    }

    /** The need of a field in a Request. */
    enum Use {
        MANDATORY,
        OPTIONAL,
        NOT_APPLICABLE
    }

    /** The results of a check, in the Department's words. */
    enum Result {
        /** Passed: Valid. */
        VALID,
        /** Passed: Blank (Not Mandatory). */
        BLANK,
        /** Failed: Blank (Mandatory). */
        MISSING,
        /** Failed: Invalid. */
        INVALID
    }

    private final String column;
    private final Part part;
    private final Use use;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final @Nullable Function<Line, String> value;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiPredicate<Line, String> valid;

    /** A field that this product does not record. */
    Field(String column, Part part, Use use) {
        this.column = column;
        this.part = part;
        this.use = use;
        this.value = null;
        this.valid = (_, _) -> true;
    }

    /** A field whose value cannot be wrong. */
    Field(String column, Part part, Use use, Function<Line, String> value) {
        this(column, part, use, value, (_, _) -> true);
    }

    Field(String column, Part part, Use use, Function<Line, String> value, BiPredicate<Line, String> valid) {
        this.column = column;
        this.part = part;
        this.use = use;
        this.value = value;
        this.valid = valid;
    }

    /** Returns the name of the column in the file. */
    String column() {
        return column;
    }

    Part part() {
        return part;
    }

    Use use() {
        return use;
    }

    /** Says whether this product records it. */
    boolean isRecorded() {
        return value != null;
    }

    /** Returns the text in a line, which is empty if there is nothing to say. */
    String in(Line line) {
        return value == null ? "" : value.apply(line);
    }

    /** Checks the field in a line. */
    Result check(Line line) {
        var text = in(line);
        if (text.isBlank()) {
            return use == Use.MANDATORY ? Result.MISSING : Result.BLANK;
        }
        return valid.test(line, text) ? Result.VALID : Result.INVALID;
    }

    /** Holds what the constants share, because an enum's own static fields are set after its constants are made. */
    private static final class Rules {

        private static final Pattern CODE = Pattern.compile("[0-9]{3}");

        private static final Set<String> OUTCOMES =
                Arrays.stream(Outcome.values()).map(Outcome::officialName).collect(toUnmodifiableSet());

        private Rules() {}
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static boolean isBornBefore(Line line) {
        var born = line.person().dateOfBirth();
        return born != null && !born.isAfter(line.request().ends());
    }

    private static String outcome(Request request) {
        return request.outcome() == null ? "" : request.outcome().officialName();
    }

    /** Returns the id of the record, which does not change from one file to the next, and of whom it is if it is shared. */
    private static String reference(Line line) {
        var record = line.request().conversation().value().toString();
        return line.request().isShared() ? record + "-" + line.person().reference() : record;
    }
}
