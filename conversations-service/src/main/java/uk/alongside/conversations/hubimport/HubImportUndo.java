package uk.alongside.conversations.hubimport;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubCreationLock;
import uk.alongside.conversations.hubimport.HubImportRefusal.TooOld;
import uk.alongside.conversations.hubimport.HubImportRefusal.Undone;
import uk.alongside.conversations.hubimport.HubImports.Line;
import uk.alongside.conversations.series.SeriesRepository;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Undoes an import within a day: removes the hubs that it added, and restores the hubs that it changed. A hub that has
 * been used or changed since then stays as it is, and the outcome names it.
 */
@Service
class HubImportUndo {

    static final Duration WITHIN = Duration.ofDays(1);

    private final HubImports imports;
    private final Sessions sessions;
    private final SeriesRepository series;
    private final WalkIns walkIns;
    private final Audit audit;
    private final CouncilSql sql;
    private final Clock clock;

    HubImportUndo(
            HubImports imports,
            Sessions sessions,
            SeriesRepository series,
            WalkIns walkIns,
            Audit audit,
            CouncilSql sql,
            Clock clock) {
        this.imports = imports;
        this.sessions = sessions;
        this.series = series;
        this.walkIns = walkIns;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** The reason why a hub stays as it is: it was used, or changed after the import. */
    enum Why {
        USED,
        CHANGED
    }

    record Stays(UUID hub, String name, Why why) {}

    /** The result of an undo, or of a dry run of one. */
    record Outcome(int removed, int restored, List<Stays> stays) {}

    @Transactional
    Outcome undo(UUID id, boolean dryRun) {
        HubCreationLock.acquire(sql);
        var done = imports.findForUpdate(id).orElseThrow(Refused::notFound);
        if (done.undoneAt() != null) {
            throw new Undone().refused();
        }
        if (clock.instant().isAfter(done.at().plus(WITHIN))) {
            throw new TooOld().refused();
        }
        var lines = imports.lockLines(id);
        var used = used(lines.stream().map(Line::hub).toList());
        var remove = new ArrayList<UUID>();
        var restore = new ArrayList<UUID>();
        var stays = new ArrayList<Stays>();
        for (var line : lines) {
            if (line.added() && (line.furnished() || used.contains(line.hub()))) {
                stays.add(new Stays(line.hub(), line.name(), Why.USED));
            } else if (line.changedSince()) {
                stays.add(new Stays(line.hub(), line.name(), Why.CHANGED));
            } else {
                (line.added() ? remove : restore).add(line.hub());
            }
        }
        if (!dryRun) {
            imports.remove(remove);
            imports.restore(id, restore);
            imports.undone(id, clock.instant());
            audit.changed(
                    "hub", Stream.concat(remove.stream(), restore.stream()).toList(), "import-undone");
        }
        return new Outcome(remove.size(), restore.size(), stays);
    }

    /** Returns those of these hubs where a session or series was ever planned, or where a person walked in. */
    private Set<UUID> used(Collection<UUID> hubs) {
        if (hubs.isEmpty()) {
            return Set.of();
        }
        var used = new HashSet<>(sessions.findHubsWithAny(hubs));
        used.addAll(series.findHubsWithAny(hubs));
        used.addAll(walkIns.findHubsWithAny(hubs));
        return used;
    }
}
