package uk.alongside.conversations.hubimport;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.asset.AssetDirectory;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.hub.Hub;
import uk.alongside.conversations.hub.HubCreationLock;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubSnapshot;
import uk.alongside.conversations.hub.Hubs;
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
    private final Hubs hubs;
    private final HubDirectory directory;
    private final Sessions sessions;
    private final SeriesRepository series;
    private final WalkIns walkIns;
    private final Conversations conversations;
    private final AssetDirectory assets;
    private final Audit audit;
    private final CouncilSql sql;
    private final Clock clock;

    HubImportUndo(
            HubImports imports,
            Hubs hubs,
            HubDirectory directory,
            Sessions sessions,
            SeriesRepository series,
            WalkIns walkIns,
            Conversations conversations,
            AssetDirectory assets,
            Audit audit,
            CouncilSql sql,
            Clock clock) {
        this.imports = imports;
        this.hubs = hubs;
        this.directory = directory;
        this.sessions = sessions;
        this.series = series;
        this.walkIns = walkIns;
        this.conversations = conversations;
        this.assets = assets;
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
        var lines = imports.lines(id);
        var ids = lines.stream().map(Line::hub).toList();
        var existing = directory.lockAll(ids).stream().collect(toMap(Hub::id, identity()));
        var used = used(ids);
        var remove = new ArrayList<Hub>();
        var restore = new LinkedHashMap<Hub, HubSnapshot>();
        var stays = new ArrayList<Stays>();
        for (var line : lines) {
            var hub = existing.get(line.hub());
            var before = line.previous();
            if (hub == null) {
                continue;
            }
            if (before == null && used.contains(hub.id())) {
                stays.add(new Stays(hub.id(), hub.details().name(), Why.USED));
            } else if (hub.version() != line.versionAfter()) {
                stays.add(new Stays(hub.id(), hub.details().name(), Why.CHANGED));
            } else if (before == null) {
                remove.add(hub);
            } else {
                restore.put(hub, before);
            }
        }
        if (!dryRun) {
            hubs.deleteAll(remove);
            restore.forEach(Hub::restore);
            hubs.flush();
            imports.undone(id, clock.instant());
            audit.changed(
                    "hub",
                    Stream.concat(remove.stream(), restore.keySet().stream())
                            .map(Hub::id)
                            .toList(),
                    "import-undone");
        }
        return new Outcome(remove.size(), restore.size(), stays);
    }

    /** Returns those of these hubs that have rooms or closures, had a session or series, where a person walked in, or that are near an asset. */
    private Set<UUID> used(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var used = new HashSet<>(directory.withRoomsOrClosures(ids));
        used.addAll(sessions.findHubsWithAny(ids));
        used.addAll(series.findHubsWithAny(ids));
        used.addAll(walkIns.findHubsWithAny(ids));
        used.addAll(conversations.findHubsWithAny(ids));
        used.addAll(assets.findHubsWithAny(ids));
        return used;
    }
}
