package uk.alongside.localstack.demonstration;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented story of a person: one or several talks that follow from each other. Every sentence is made up.
 *
 * @param pronoun she or he, or any for a story without either
 * @param ages the youngest and the oldest age of a person with this story
 * @param triedAfter the days after the last talk until each attempt to reach the person
 */
record Story(
        String id,
        String pronoun,
        List<Integer> ages,
        List<String> needs,
        @Nullable String letterFormat,
        List<Sentence> aboutMe,
        List<Talk> talks,
        List<Integer> triedAfter) {

    Story {
        needs = requireNonNullElse(needs, List.of());
        aboutMe = requireNonNullElse(aboutMe, List.of());
        triedAfter = requireNonNullElse(triedAfter, List.of());
    }

    /** A sentence of About me. */
    record Sentence(String heading, String text) {}

    /**
     * A talk.
     *
     * @param after the days since the talk before
     * @param reason why this outcome
     * @param addendum a text that was added to the finished record
     * @param letter what was agreed, as the letter to the person says it; null if it says it as the record does
     * @param differently the words of the person who sees the record differently
     */
    record Talk(
            int after,
            String explainedAs,
            Map<String, String> boxes,
            String support,
            @Nullable String supporter,
            String outcome,
            String reason,
            List<NextStep> steps,
            List<Link> connections,
            @Nullable String addendum,
            @Nullable String letter,
            @Nullable String differently) {

        Talk {
            steps = requireNonNullElse(steps, List.of());
            connections = requireNonNullElse(connections, List.of());
        }
    }

    /**
     * A next step.
     *
     * @param days the days until it is due
     * @param status what became of it: done, not-done or open
     */
    record NextStep(
            String what,
            String owner,
            @Nullable String ownerName,
            int days,
            String status,
            @Nullable String reason) {}

    /** A connection to the community asset of this kind that the council has. */
    record Link(
            String kind,
            String way,
            String contact,
            String status,
            @Nullable String reason) {}
}
