package uk.alongside.conversations.evidence;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.evidence.EvidenceNote.Content;
import uk.alongside.conversations.evidence.EvidenceRefusal.NoSuchCell;
import uk.alongside.conversations.evidence.EvidenceRefusal.StaleEvidenceNote;
import uk.alongside.conversations.evidence.EvidenceRefusal.TooManyEvidenceNotes;
import uk.alongside.conversations.insight.PublishedFigures;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Reads the evidence of the council, and adds, changes and removes its notes. */
@Service
class EvidenceService {

    static final int MOST = 200;

    private final Framework framework;
    private final FigureWords words;
    private final PublishedFigures figures;
    private final EvidenceNotes notes;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    EvidenceService(
            JsonMapper json,
            FigureWords words,
            PublishedFigures figures,
            EvidenceNotes notes,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.framework = Framework.read(json);
        this.words = words;
        this.figures = figures;
        this.notes = notes;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the evidence as it is now. */
    @Transactional(readOnly = true)
    Evidence now() {
        return new Evidence(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                PublishedFigures.DEFINITION,
                framework,
                figures.latest().stream().map(words::of).toList(),
                notes.all());
    }

    @Transactional(readOnly = true)
    EvidenceView view() {
        var evidence = now();
        return EvidenceView.of(evidence, views(evidence.notes()));
    }

    @Transactional
    EvidenceNoteView add(Content content, String key) {
        return requests.once(
                key,
                "POST /api/evidence-notes",
                content,
                fresh -> add(new EvidenceNoteId(fresh), content),
                first -> view(notes.find(new EvidenceNoteId(first)).orElseThrow(Refused::notFound)));
    }

    private EvidenceNoteView add(EvidenceNoteId id, Content content) {
        refuseUnlessCell(content);
        if (notes.count() >= MOST) {
            throw new TooManyEvidenceNotes().refused();
        }
        var note = new EvidenceNote(id, 0, content, Change.now(clock), null);
        notes.insert(note);
        audit.changed(EvidenceNotes.KIND, id.value(), "written");
        return view(note);
    }

    /** Changes a note if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    EvidenceNoteView change(EvidenceNoteId id, long version, Content content) {
        forChange(id, version);
        refuseUnlessCell(content);
        notes.update(id, content, Change.now(clock));
        audit.changed(EvidenceNotes.KIND, id.value(), "changed");
        return view(notes.find(id).orElseThrow());
    }

    /** Removes a note if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    void remove(EvidenceNoteId id, long version) {
        forChange(id, version);
        notes.delete(id);
        audit.changed(EvidenceNotes.KIND, id.value(), "removed");
    }

    /** Rejects a stale version. The refusal shows the caller the present note. */
    private void forChange(EvidenceNoteId id, long version) {
        var note = notes.findForChange(id).orElseThrow(Refused::notFound);
        if (note.version() != version) {
            throw new StaleEvidenceNote(view(note)).refused();
        }
    }

    private void refuseUnlessCell(Content content) {
        if (!framework.has(content.statement(), content.kind())) {
            throw new NoSuchCell().refused();
        }
    }

    private EvidenceNoteView view(EvidenceNote note) {
        return views(List.of(note)).getFirst();
    }

    private List<EvidenceNoteView> views(List<EvidenceNote> found) {
        var names = team.names(found.stream()
                .flatMap(note -> Stream.concat(Stream.of(note.written()), Stream.ofNullable(note.changed())))
                .map(change -> change.by().value())
                .distinct()
                .toList());
        return found.stream().map(note -> EvidenceNoteView.of(note, names)).toList();
    }
}
