package uk.alongside.conversations.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.namesearch.NameTerms;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the community assets and their search terms. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Assets {

    private static final String SELECT = """
            select a.id, a.version, a.name, a.offers, a.place, a.telephone, a.email, a.website, a.hub_id, a.checked_on,
                   a.active from app.asset a
            """;

    private final CouncilSql sql;

    Assets(CouncilSql sql) {
        this.sql = sql;
    }

    /** Waits for the lock under which assets are added, and holds it until the transaction ends. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('asset ' || :council::text, 0))")
                .query((_, _) -> true)
                .single();
    }

    List<Asset> all() {
        return sql.sql(SELECT + " where a.tenant_id = :council order by a.name_key, a.id")
                .query(Assets::asset)
                .list();
    }

    /** Lists the assets by name that follow an asset. */
    List<Asset> list(boolean active, @Nullable AssetId after, int most) {
        return sql.sql(SELECT + """
                        where a.tenant_id = :council and a.active = :active
                          and (cast(:after as uuid) is null or (a.name_key, a.id) >
                               (select l.name_key, l.id from app.asset l where l.tenant_id = :council and l.id = :after))
                        order by a.name_key, a.id limit :most""")
                .param("active", active)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", most)
                .query(Assets::asset)
                .list();
    }

    Optional<Asset> find(AssetId id) {
        return sql.sql(SELECT + " where a.tenant_id = :council and a.id = :id")
                .param("id", id.value())
                .query(Assets::asset)
                .optional();
    }

    Optional<Asset> findForChange(AssetId id) {
        return sql.sql(SELECT + " where a.tenant_id = :council and a.id = :id for update")
                .param("id", id.value())
                .query(Assets::asset)
                .optional();
    }

    List<Asset> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(SELECT + " where a.tenant_id = :council and a.id in (:ids)")
                        .param("ids", ids)
                        .query(Assets::asset)
                        .list();
    }

    Optional<AssetId> findByName(String key) {
        return sql.sql("select a.id from app.asset a where a.tenant_id = :council and a.name_key = :key")
                .param("key", key)
                .query((row, _) -> new AssetId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Finds the assets that have, for each typed word, a term that begins with one of that word's beginnings. */
    List<UUID> find(List<List<String>> words, boolean active, int most) {
        var values = new HashMap<String, Object>(Map.of("active", active, "most", most));
        var conditions = NameTerms.condition(
                " and a.id in (select t.asset_id from app.asset_term t where t.tenant_id = :council and ",
                words,
                values);
        return sql.sql("select a.id from app.asset a where a.tenant_id = :council and a.active = :active" + conditions
                        + " order by a.name_key, a.id limit :most")
                .params(values)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    Set<UUID> findHubsWithAny(Collection<UUID> hubs) {
        return hubs.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("""
                                select distinct a.hub_id from app.asset a
                                where a.tenant_id = :council and a.hub_id in (:hubs)""").param("hubs", hubs).query(UUID.class).list());
    }

    void insert(Collection<Asset> assets) {
        sql.batch("""
                insert into app.asset (tenant_id, id, version, name, name_key, offers, place, telephone, email, website,
                                       hub_id, checked_on, active)
                values (:council, :id, :version, :name, :key, nullif(:offers, ''), nullif(:place, ''),
                        nullif(:telephone, ''), nullif(:email, ''), nullif(:website, ''),
                        cast(nullif(:hub, '') as uuid), cast(nullif(:checked, '') as date), :active)""", assets.stream().map(Assets::values).toList());
        index(assets);
    }

    void update(Collection<Asset> assets) {
        sql.batch("""
                update app.asset set version = :version, name = :name, name_key = :key, offers = nullif(:offers, ''),
                       place = nullif(:place, ''), telephone = nullif(:telephone, ''), email = nullif(:email, ''),
                       website = nullif(:website, ''), hub_id = cast(nullif(:hub, '') as uuid),
                       checked_on = cast(nullif(:checked, '') as date), active = :active
                where tenant_id = :council and id = :id""", assets.stream().map(Assets::values).toList());
        sql.batch(
                "delete from app.asset_term where tenant_id = :council and asset_id = :id",
                assets.stream()
                        .map(asset -> Map.<String, Object>of("id", asset.id().value()))
                        .toList());
        index(assets);
    }

    private void index(Collection<Asset> assets) {
        sql.batch(
                "insert into app.asset_term (tenant_id, term, asset_id) values (:council, :term, :id)",
                assets.stream()
                        .flatMap(asset -> terms(asset.details()).stream()
                                .map(term -> Map.<String, Object>of(
                                        "term", term, "id", asset.id().value())))
                        .toList());
    }

    /** Returns the terms by which an asset is found. Only its name is also found if it is mistyped. */
    private static Set<String> terms(AssetDetails details) {
        var terms = new TreeSet<>(NameTerms.ofName(details.name()));
        Stream.of(text(details.offers()), text(details.place())).forEach(text -> terms.addAll(NameTerms.ofText(text)));
        return terms;
    }

    private static Map<String, Object> values(Asset asset) {
        var details = asset.details();
        return Map.ofEntries(
                Map.entry("id", asset.id().value()),
                Map.entry("version", asset.version()),
                Map.entry("name", details.name()),
                Map.entry("key", details.key()),
                Map.entry("offers", text(details.offers())),
                Map.entry("place", text(details.place())),
                Map.entry("telephone", text(details.telephone())),
                Map.entry("email", text(details.email())),
                Map.entry("website", text(details.website())),
                Map.entry(
                        "hub",
                        text(details.hubId() == null ? null : details.hubId().value())),
                Map.entry("checked", text(details.checkedOn())),
                Map.entry("active", asset.active()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Asset asset(ResultSet row, int number) throws SQLException {
        var hub = row.getObject("hub_id", UUID.class);
        return new Asset(
                new AssetId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new AssetDetails(
                        row.getString("name"),
                        row.getString("offers"),
                        row.getString("place"),
                        row.getString("telephone"),
                        row.getString("email"),
                        row.getString("website"),
                        hub == null ? null : new HubId(hub),
                        row.getObject("checked_on", LocalDate.class)),
                row.getBoolean("active"));
    }
}
