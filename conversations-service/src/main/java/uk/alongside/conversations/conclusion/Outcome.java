package uk.alongside.conversations.conclusion;

/**
 * The outcomes of an event in the Client Level Data specification for adult social care, Release 2 (list "event outcome
 * hierarchy"), in its order. Each value quotes the official name.
 */
enum Outcome {
    /** Progress to reablement/ST-Max. */
    REABLEMENT,
    /** Progress to assessment, review or reassessment. */
    ASSESSMENT_OR_REVIEW,
    /** Progress to support planning or services. */
    SUPPORT_PLANNING_OR_SERVICES,
    /** Continuation of support or services. */
    SUPPORT_CONTINUES,
    /** Admitted to hospital. */
    ADMITTED_TO_HOSPITAL,
    /** NFA: Responsibility moved to another local authority. */
    MOVED_TO_OTHER_COUNCIL,
    /** NFA: Referral to NHS services or NHS funded social care. */
    REFERRED_TO_NHS,
    /** NFA: Self-funded client or under 12wk disregard. */
    SELF_FUNDED,
    /** NFA: Information and advice or signposting. */
    INFORMATION_AND_ADVICE,
    /** NFA: Referral to other service within the local authority. */
    REFERRED_WITHIN_COUNCIL,
    /** NFA: Support declined. */
    SUPPORT_DECLINED,
    /** NFA: Deceased. */
    DECEASED,
    /** NFA: Support ended as planned. */
    SUPPORT_ENDED_AS_PLANNED,
    /** NFA: Support ended for other reason. */
    SUPPORT_ENDED_OTHERWISE,
    /** NFA: No services offered for other reason. */
    NO_SERVICES_OFFERED,
    /** NFA: Other. */
    OTHER
}
