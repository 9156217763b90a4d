package uk.alongside.conversations.insight;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.insight.FigureNote.Change;
import uk.alongside.conversations.insight.FigureNote.Content;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the notes on figures. A removed note stays in the table and is in no answer. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class FigureNotes {

    /** The name of a note in the audit. */
    static final String KIND = "figure-note";

    private static final String SELECT = """
            select n.id, n.figure, n.version, n.day, n.words, n.rebases, n.written_at, n.written_by_id, n.changed_at,
                   n.changed_by_id
            from app.figure_note n
            where n.tenant_id = :council and n.removed_at is null and n.figure = :figure
            """;

    private final CouncilSql sql;

    FigureNotes(CouncilSql sql) {
        this.sql = sql;
    }

    /** Lists the notes on a figure, the earliest day first. */
    List<FigureNote> of(Figure figure) {
        return sql.sql(SELECT + " order by n.day, n.written_at, n.id")
                .param("figure", figure.name())
                .query(FigureNotes::note)
                .list();
    }

    Optional<FigureNote> find(Figure figure, FigureNoteId id) {
        return one(figure, id, "");
    }

    /** Finds the note, and makes other changes of it wait until this one is done. */
    Optional<FigureNote> findForChange(Figure figure, FigureNoteId id) {
        return one(figure, id, " for update");
    }

    /** Returns the days from which the run chart of each figure has new limits. */
    Map<Figure, List<LocalDate>> rebases() {
        var found = new EnumMap<Figure, List<LocalDate>>(Figure.class);
        sql.sql("""
                        select n.figure, n.day from app.figure_note n
                        where n.tenant_id = :council and n.removed_at is null and n.rebases
                        order by n.figure, n.day""").query(row -> {
            found.computeIfAbsent(Figure.valueOf(row.getString("figure")), _ -> new ArrayList<>())
                    .add(row.getObject("day", LocalDate.class));
        });
        return found;
    }

    void insert(FigureNote note) {
        sql.sql("""
                        insert into app.figure_note
                            (tenant_id, id, version, figure, day, words, rebases, written_at, written_by_id)
                        values (:council, :id, 0, :figure, :day, :words, :rebases, :at, :by)""")
                .param("id", note.id().value())
                .param("figure", note.figure().name())
                .param("day", note.content().day())
                .param("words", note.content().words())
                .param("rebases", note.content().rebases())
                .param("at", at(note.written().at()))
                .param("by", note.written().by().value())
                .update();
    }

    void update(FigureNoteId id, Content content, Change change) {
        sql.sql("""
                        update app.figure_note set version = version + 1, day = :day, words = :words, rebases = :rebases,
                            changed_at = :at, changed_by_id = :by
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("day", content.day())
                .param("words", content.words())
                .param("rebases", content.rebases())
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }

    void remove(FigureNoteId id, Change change) {
        sql.sql("""
                        update app.figure_note set version = version + 1, removed_at = :at, removed_by_id = :by
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }

    private Optional<FigureNote> one(Figure figure, FigureNoteId id, String lock) {
        return sql.sql(SELECT + " and n.id = :id" + lock)
                .param("figure", figure.name())
                .param("id", id.value())
                .query(FigureNotes::note)
                .optional();
    }

    private static FigureNote note(ResultSet row, int number) throws SQLException {
        return new FigureNote(
                new FigureNoteId(row.getObject("id", UUID.class)),
                Figure.valueOf(row.getString("figure")),
                row.getLong("version"),
                new Content(row.getObject("day", LocalDate.class), row.getString("words"), row.getBoolean("rebases")),
                new Change(instant(row, "written_at"), new MemberId(row.getObject("written_by_id", UUID.class))),
                row.getObject("changed_at") == null
                        ? null
                        : new Change(
                                instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class))));
    }
}
