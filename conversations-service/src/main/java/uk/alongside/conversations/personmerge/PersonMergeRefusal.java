package uk.alongside.conversations.personmerge;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a suggestion, a merge or its undoing is rejected. */
sealed interface PersonMergeRefusal extends Refusal {

    @InvalidField(field = "keptId", detail = "Select another person.")
    record SamePerson() implements PersonMergeRefusal {}

    @ProblemType(
            type = "person-already-merged",
            detail = "One of these people has been merged with someone already. Open their pages to see with whom.")
    record AlreadyMerged() implements PersonMergeRefusal {}

    @ProblemType(
            type = "merge-already-suggested",
            detail = "Merging these people is suggested already. A lead decides about it.")
    record AlreadySuggested() implements PersonMergeRefusal {}

    @ProblemType(
            type = "merge-already-decided",
            detail = "Another lead has decided about this. Reload the list to see what they decided.")
    record AlreadyDecided() implements PersonMergeRefusal {}

    @ProblemType(
            type = "merge-not-undoable",
            detail = "The NHS number of the merged person is now another person's. Remove it from that person first.")
    record NhsNumberInUse() implements PersonMergeRefusal {}
}
