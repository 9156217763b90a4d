package uk.alongside.tenant.membership;

/** The reasons for which a change of members is refused. */
sealed interface MemberRefusal {

    record NoSuchMember() implements MemberRefusal {}

    record AlreadyAMember() implements MemberRefusal {}

    record LastLead() implements MemberRefusal {}

    record NoSuchClient() implements MemberRefusal {}

    record HasSignedIn() implements MemberRefusal {}

    record AskTheOperator() implements MemberRefusal {}

    record ChangedMeanwhile(MemberView current) implements MemberRefusal {}
}
