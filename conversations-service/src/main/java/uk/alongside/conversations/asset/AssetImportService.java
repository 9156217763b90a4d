package uk.alongside.conversations.asset;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.csvimport.ImportReport;
import uk.alongside.conversations.csvimport.ImportReport.Change;
import uk.alongside.conversations.csvimport.ImportReport.Line;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.foundation.audit.Audit;

/** Imports a spreadsheet of community assets, all of it or nothing. */
@Service
class AssetImportService {

    private final Assets assets;
    private final HubDirectory hubs;
    private final RemarkTexts texts;
    private final Audit audit;
    private final Clock clock;

    AssetImportService(Assets assets, HubDirectory hubs, RemarkTexts texts, Audit audit, Clock clock) {
        this.assets = assets;
        this.hubs = hubs;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The changes of a file: the report on it, the assets to add, and the assets as they are after the change. */
    private record Plan(ImportReport report, List<Asset> added, List<Asset> changed) {}

    @Transactional(readOnly = true)
    ImportReport preview(byte[] bytes) {
        return plan(bytes).report();
    }

    /**
     * Imports the file. The same file twice changes nothing, because an asset is recognised by its name. One that was
     * taken off the list stays off it.
     */
    @Transactional
    ImportReport create(byte[] bytes) {
        assets.lock();
        var plan = plan(bytes);
        plan.report().refuseErrors();
        assets.insert(plan.added());
        assets.update(plan.changed());
        audit.changed(
                AssetService.KIND,
                Stream.concat(plan.added().stream(), plan.changed().stream())
                        .map(asset -> asset.id().value())
                        .toList(),
                "imported");
        return plan.report();
    }

    private Plan plan(byte[] bytes) {
        var file = AssetFile.read(bytes, texts, LocalDate.now(clock), hubs.idsByName());
        var existing =
                assets.all().stream().collect(toMap(asset -> asset.details().key(), identity()));
        var lines = new ArrayList<Line>();
        var added = new ArrayList<Asset>();
        var changed = new ArrayList<Asset>();
        for (var row : file.rows()) {
            var before = existing.get(row.details().key());
            var details = row.over(before == null ? null : before.details());
            if (before == null) {
                added.add(new Asset(new AssetId(UUID.randomUUID()), 0, details, true));
            } else if (!before.details().equals(details)) {
                changed.add(new Asset(before.id(), before.version() + 1, details, before.active()));
            }
            var change = before == null
                    ? Change.ADDED
                    : before.details().equals(details) ? Change.UNCHANGED : Change.CHANGED;
            lines.add(new Line(
                    change,
                    details.name(),
                    Stream.of(details.offers(), details.place())
                            .map(text -> text == null ? "" : text)
                            .toList()));
        }
        return new Plan(ImportReport.of(file.file(), lines), added, changed);
    }
}
