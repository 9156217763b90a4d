package uk.alongside.tenant.membership;

/** Every reason for which a change of members is turned down. */
sealed interface MemberRefusal {

    record NoSuchMember() implements MemberRefusal {}

    record AlreadyAMember() implements MemberRefusal {}

    record LastLead() implements MemberRefusal {}

    record NoSuchClient() implements MemberRefusal {}

    record HasSignedIn() implements MemberRefusal {}

    record AskTheOperator() implements MemberRefusal {}

    record ChangedMeanwhile(MemberView current) implements MemberRefusal {}
}
