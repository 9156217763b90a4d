package uk.alongside.conversations.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.insight.FigureNote.Change;
import uk.alongside.conversations.insight.FigureNote.Content;
import uk.alongside.conversations.insight.FigureNoteRefusal.NoteInTheFuture;
import uk.alongside.conversations.insight.FigureNoteRefusal.StaleNote;
import uk.alongside.conversations.insight.FigureNoteRefusal.TooManyNotes;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Adds, changes, removes and lists the notes on figures. */
@Service
class FigureNoteService {

    static final int MOST = 50;

    private final FigureNotes notes;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    FigureNoteService(FigureNotes notes, Team team, IdempotentRequests requests, Audit audit, Clock clock) {
        this.notes = notes;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<FigureNoteView, FigureNoteId> list(Figure figure, @Nullable FigureNoteId after) {
        return Page.of(views(notes.of(figure)), FigureNoteView::id, after, MOST);
    }

    @Transactional
    FigureNoteView add(Figure figure, Content content, String key) {
        return requests.once(
                key,
                "POST /api/figures/" + figure + "/notes",
                content,
                fresh -> add(new FigureNoteId(fresh), figure, content),
                first -> view(notes.find(figure, new FigureNoteId(first)).orElseThrow(Refused::notFound)));
    }

    private FigureNoteView add(FigureNoteId id, Figure figure, Content content) {
        refuseUnlessToday(content);
        if (notes.of(figure).size() >= MOST) {
            throw new TooManyNotes().refused();
        }
        var note = new FigureNote(id, figure, 0, content, change(), null);
        notes.insert(note);
        audit.changed(FigureNotes.KIND, id.value(), "written");
        return view(note);
    }

    /** Changes a note if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    FigureNoteView change(Figure figure, FigureNoteId id, long version, Content content) {
        forChange(figure, id, version);
        refuseUnlessToday(content);
        notes.update(id, content, change());
        audit.changed(FigureNotes.KIND, id.value(), "changed");
        return view(notes.find(figure, id).orElseThrow());
    }

    /** Removes a note if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    void remove(Figure figure, FigureNoteId id, long version) {
        forChange(figure, id, version);
        notes.remove(id, change());
        audit.changed(FigureNotes.KIND, id.value(), "removed");
    }

    /** Rejects a stale version. The refusal shows the caller the present note. */
    private void forChange(Figure figure, FigureNoteId id, long version) {
        var note = notes.findForChange(figure, id).orElseThrow(Refused::notFound);
        if (note.version() != version) {
            throw new StaleNote(view(note)).refused();
        }
    }

    private void refuseUnlessToday(Content content) {
        if (content.day().isAfter(LocalDate.now(clock))) {
            throw new NoteInTheFuture().refused();
        }
    }

    private FigureNoteView view(FigureNote note) {
        return views(List.of(note)).getFirst();
    }

    private List<FigureNoteView> views(List<FigureNote> found) {
        var names = team.names(found.stream()
                .flatMap(note -> Stream.concat(Stream.of(note.written()), Stream.ofNullable(note.changed())))
                .map(change -> change.by().value())
                .distinct()
                .toList());
        return found.stream().map(note -> FigureNoteView.of(note, names)).toList();
    }

    private Change change() {
        return new Change(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), Caller.current().member());
    }
}
