package uk.alongside.conversations.conclusion;

/**
 * The outcomes of an event in the Client Level Data specification for adult social care, Release 2 (list "event outcome
 * hierarchy"), in its order.
 */
public enum Outcome {
    REABLEMENT("Progress to reablement/ST-Max"),
    ASSESSMENT_OR_REVIEW("Progress to assessment, review or reassessment"),
    SUPPORT_PLANNING_OR_SERVICES("Progress to support planning or services"),
    SUPPORT_CONTINUES("Continuation of support or services"),
    ADMITTED_TO_HOSPITAL("Admitted to hospital"),
    MOVED_TO_OTHER_COUNCIL("NFA: Responsibility moved to another local authority"),
    REFERRED_TO_NHS("NFA: Referral to NHS services or NHS funded social care"),
    SELF_FUNDED("NFA: Self-funded client or under 12wk disregard"),
    INFORMATION_AND_ADVICE("NFA: Information and advice or signposting"),
    REFERRED_WITHIN_COUNCIL("NFA: Referral to other service within the local authority"),
    SUPPORT_DECLINED("NFA: Support declined"),
    DECEASED("NFA: Deceased"),
    SUPPORT_ENDED_AS_PLANNED("NFA: Support ended as planned"),
    SUPPORT_ENDED_OTHERWISE("NFA: Support ended for other reason"),
    NO_SERVICES_OFFERED("NFA: No services offered for other reason"),
    OTHER("NFA: Other");

    private final String officialName;

    Outcome(String officialName) {
        this.officialName = officialName;
    }

    /** Returns the name in the specification. */
    public String officialName() {
        return officialName;
    }
}
