package uk.alongside.conversations.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.Box.Change;
import uk.alongside.conversations.conversation.BoxTexts.Revision;
import uk.alongside.conversations.conversation.ConversationRefusal.StaleBox;
import uk.alongside.conversations.conversation.ConversationRefusal.TooLong;
import uk.alongside.conversations.council.Team;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Writes in the boxes of records. It judges no text, so that nothing a member types is lost. */
@Service
class BoxService {

    static final int LONGEST = 200_000;
    static final int PAGE = 50;

    private final Conversations conversations;
    private final BoxTexts texts;
    private final ConversationLoader loader;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    BoxService(
            Conversations conversations,
            BoxTexts texts,
            ConversationLoader loader,
            Team team,
            Audit audit,
            Clock clock) {
        this.conversations = conversations;
        this.texts = texts;
        this.loader = loader;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of revisions, and the names of the members who wrote them. */
    record Revisions(Page<Revision, UUID> page, Map<UUID, String> members) {}

    /**
     * Writes a text if the version of the box is still this one. A box that holds this text already is answered as it is,
     * because the answer to the first request may have been lost. Otherwise the refusal shows the caller the present text,
     * and the transaction is committed with the record of that.
     *
     * <p>The audit has one event for each revision, not for each pause in typing.
     */
    @Transactional(noRollbackFor = Refused.class)
    BoxView write(ConversationId id, String prompt, String text, boolean fromTool, long version) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new TooLong().refused();
        }
        var conversation = conversations.findForWriting(id).orElseThrow(Refused::notFound);
        if (!conversation.asks(prompt)) {
            throw Refused.notFound();
        }
        var change = new Change(OwnChange.now(clock), Caller.current().member());
        var typed = new Box(prompt, BoxTexts.storable(text), fromTool, version, change);
        // A finished record still answers a repeated request whose text it has.
        var written = conversation.isFinished() ? Optional.<Box>empty() : texts.write(id, typed, change);
        if (written.isPresent()) {
            if (texts.keep(id, written.get(), change)) {
                audit.changed(Conversations.KIND, id.value(), "written");
                loader.readPeople(conversation);
            }
            return view(written.get());
        }
        loader.read(conversation);
        var current = texts.find(id, prompt).orElseGet(() -> Box.unwritten(prompt));
        if (!current.holds(typed)) {
            conversation.refuseIfFinished();
            throw new StaleBox(view(current)).refused();
        }
        return view(current);
    }

    private BoxView view(Box box) {
        var change = box.change();
        return BoxView.of(
                box, change == null ? Map.of() : team.names(List.of(change.by().value())));
    }

    /** Lists what the boxes of a record held, the last revision first. */
    @Transactional
    Revisions revisions(ConversationId id, @Nullable UUID after) {
        loader.read(conversations.find(id).orElseThrow(Refused::notFound));
        var page = Page.ofRest(texts.revisions(id, after, PAGE + 1), Revision::id, PAGE);
        return new Revisions(
                page,
                team.names(page.items().stream()
                        .map(revision -> revision.by().value())
                        .distinct()
                        .toList()));
    }
}
