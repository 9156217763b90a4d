package uk.alongside.conversations.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.RecordedConversations.Recorded;
import uk.alongside.conversations.letter.Letter.Copy;
import uk.alongside.conversations.letter.Letter.How;
import uk.alongside.conversations.letter.Letter.Part;
import uk.alongside.conversations.letter.Letter.Withdrawal;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;

/** A letter as an answer shows it. */
@Schema(name = "Letter")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterView(
        ConversationId conversationId,
        PersonId personId,
        String name,
        LocalDate day,
        @Nullable String hubName,
        @Nullable String recordedByName,

        @Schema(description = "The parts of the letter in their order, without those that have no text")
        List<PartView> parts,

        @Schema(description = "The words of the person, which the letter has at its end")
        PartView ownWords,

        @Schema(description = "What the person sees differently. It is kept beside the record, and no letter has it")
        PartView differently,

        @Schema(description = "The other people of the record who are named in the letter")
        List<NamedPerson> names,

        List<CopyView> copies,
        @Nullable WithdrawalView withdrawal,
        long version) {

    @Schema(name = "LetterPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            String id,

            @Nullable
            @Schema(
                    description =
                            "The heading of the prompt; absent for the next steps, the connections and the words of the person")
            String heading,

            @Schema(description = "The text as it is edited, with every name")
            String text,

            @Schema(description = "The text of the letter, without the names that are not left in")
            String shown,

            @Schema(description = "0 for a part that no member has edited")
            long version,

            @Nullable Instant changedAt,
            @Nullable String changedByName) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "PartView[id=" + id + "]";
        }
    }

    @Schema(name = "NamedPerson")
    record NamedPerson(
            PersonId personId,
            String name,

            @Schema(description = "The parts in which the person is named")
            List<String> partIds,

            @Schema(description = "Whether a member of staff left the name in the letter")
            boolean leftIn) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "NamedPerson[personId=" + personId + "]";
        }
    }

    @Schema(name = "LetterCopy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CopyView(How how, Instant at, @Nullable String byName) {

        static CopyView of(Copy copy, Map<UUID, String> members) {
            return new CopyView(copy.how(), copy.at(), members.get(copy.by().value()));
        }
    }

    @Schema(name = "LetterWithdrawal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithdrawalView(Instant at, @Nullable String byName, String reason) {

        static @Nullable WithdrawalView of(@Nullable Withdrawal withdrawal, Map<UUID, String> members) {
            return withdrawal == null
                    ? null
                    : new WithdrawalView(
                            withdrawal.at(), members.get(withdrawal.by().value()), withdrawal.reason());
        }

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "WithdrawalView[at=" + at + "]";
        }
    }

    static LetterView of(Letter letter, Recorded record, Agreement agreed, Map<UUID, String> members) {
        var composer = new Composer(letter, record, members);
        var parts = new ArrayList<PartView>();
        for (var prompt : record.prompts()) {
            var part =
                    composer.part(prompt.id(), prompt.heading(), record.texts().getOrDefault(prompt.id(), ""));
            if (part.version() > 0 || !part.text().isBlank()) {
                parts.add(part);
            }
        }
        for (var part : List.of(
                composer.part(Letter.NEXT_STEPS, null, StepsInWords.of(agreed.steps(), composer.others)),
                composer.part(Letter.CONNECTIONS, null, ConnectionsInWords.of(agreed.connections())))) {
            if (part.version() > 0 || !part.text().isBlank()) {
                parts.add(part);
            }
        }
        var ownWords = composer.part(Letter.OWN_WORDS, null, "");
        var named = new ArrayList<>(parts);
        named.add(ownWords);
        return new LetterView(
                letter.conversation(),
                letter.person(),
                composer.addressee.name(),
                record.day(),
                record.hubName(),
                record.recordedByName(),
                parts,
                ownWords,
                composer.part(Letter.DIFFERENTLY, null, ""),
                composer.names(named),
                letter.copies().stream().map(copy -> CopyView.of(copy, members)).toList(),
                WithdrawalView.of(letter.withdrawal(), members),
                letter.version());
    }

    /** Composes the parts of one letter. */
    private record Composer(Letter letter, Map<UUID, String> members, PersonCard addressee, List<PersonCard> others) {

        Composer(Letter letter, Recorded record, Map<UUID, String> members) {
            this(
                    letter,
                    members,
                    record.people().stream()
                            .filter(person -> person.id().equals(letter.person()))
                            .findFirst()
                            .orElseThrow(),
                    record.people().stream()
                            .filter(person -> !person.id().equals(letter.person()))
                            .toList());
        }

        PartView part(String id, @Nullable String heading, String recorded) {
            Part edited = letter.parts().get(id);
            var text = edited == null ? recorded : edited.text();
            var hidden = others.stream()
                    .filter(person -> !letter.names().contains(person.id()))
                    .map(PersonCard::name)
                    .toList();
            return new PartView(
                    id,
                    heading,
                    text,
                    NamesInText.without(text, hidden, addressee.name()),
                    edited == null ? 0 : edited.version(),
                    edited == null ? null : edited.changedAt(),
                    edited == null ? null : members.get(edited.changedBy().value()));
        }

        List<NamedPerson> names(List<PartView> parts) {
            return others.stream()
                    .map(person -> new NamedPerson(
                            person.id(),
                            person.name(),
                            parts.stream()
                                    .filter(part -> NamesInText.has(part.text(), person.name(), addressee.name()))
                                    .map(PartView::id)
                                    .toList(),
                            letter.names().contains(person.id())))
                    .filter(person -> !person.partIds().isEmpty() || person.leftIn())
                    .toList();
        }
    }

    /** Leaves the person and the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "LetterView[conversationId=" + conversationId + "]";
    }
}
