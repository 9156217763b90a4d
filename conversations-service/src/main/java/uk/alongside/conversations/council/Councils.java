package uk.alongside.conversations.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.CouncilSuspension;

/** Stores the settings in the one council row that row-level security shows. */
@Repository
public class Councils {

    private final CouncilSql sql;
    private final CouncilSuspension suspension;

    Councils(CouncilSql sql, CouncilSuspension suspension) {
        this.sql = sql;
        this.suspension = suspension;
    }

    Optional<Settings> find() {
        return select("");
    }

    /** Finds the stored settings, and makes other deliveries wait until this one is done. */
    public Optional<Settings> findForUpdate() {
        return select(" for update");
    }

    private Optional<Settings> select(String lock) {
        return sql.sql("""
                        select version, name, welsh_name, alias, status, suspended, nation, languages, talking_point,
                               talking_points, hub, hubs, conversation, conversations, contact_phone, contact_email,
                               contact_hours, contact_address, relay_number, complaints, privacy_notice,
                               header_colour, header_text_colour, border_colour, logo_background, demonstration
                        from app.council where tenant_id = :council and id = :council""" + lock).query(Councils::settings).optional();
    }

    @SuppressWarnings("NullAway") // a column that is nullable is a component that is nullable
    private static Settings settings(ResultSet row, int number) throws SQLException {
        return new Settings(
                row.getLong("version"),
                row.getString("name"),
                row.getString("welsh_name"),
                row.getString("alias"),
                row.getString("status"),
                row.getBoolean("suspended"),
                row.getString("nation"),
                texts(row, "languages"),
                new Labels(
                        row.getString("talking_point"),
                        row.getString("talking_points"),
                        row.getString("hub"),
                        row.getString("hubs"),
                        row.getString("conversation"),
                        row.getString("conversations")),
                new Settings.Contact(
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getString("contact_hours"),
                        texts(row, "contact_address"),
                        row.getString("relay_number"),
                        row.getString("complaints"),
                        row.getString("privacy_notice")),
                new Brand(
                        row.getString("header_colour"),
                        row.getString("header_text_colour"),
                        row.getString("border_colour"),
                        row.getString("logo_background")),
                row.getBoolean("demonstration"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Adds the row, and returns false if there is one already. */
    public boolean insert(Settings settings) {
        return write("""
                insert into app.council (tenant_id, id, version, name, welsh_name, alias, status, suspended, nation, languages,
                                         talking_point, talking_points, hub, hubs, conversation, conversations,
                                         contact_phone, contact_email, contact_hours, contact_address, relay_number,
                                         complaints, privacy_notice, header_colour, header_text_colour,
                                         border_colour, logo_background, demonstration)
                values (:council, :council, :version, :name, :welshName, :alias, :status, :suspended, :nation, :languages,
                        :talkingPoint, :talkingPoints, :hub, :hubs, :conversation, :conversations,
                        :phone, :email, :hours, :address, :relay,
                        :complaints, :privacyNotice, :band, :onBand, :line, :plate, :demonstration)
                on conflict (tenant_id, id) do nothing""", settings);
    }

    public void update(Settings settings) {
        write("""
                update app.council
                set version = :version, name = :name, welsh_name = :welshName, alias = :alias, status = :status,
                    suspended = :suspended, nation = :nation, languages = :languages, talking_point = :talkingPoint,
                    talking_points = :talkingPoints, hub = :hub, hubs = :hubs, conversation = :conversation,
                    conversations = :conversations, contact_phone = :phone, contact_email = :email,
                    contact_hours = :hours, contact_address = :address, relay_number = :relay,
                    complaints = :complaints,
                    privacy_notice = :privacyNotice,
                    header_colour = :band, header_text_colour = :onBand, border_colour = :line,
                    logo_background = :plate, demonstration = :demonstration
                where tenant_id = :council and id = :council""", settings);
    }

    private boolean write(String statement, Settings settings) {
        var labels = settings.labels();
        var contact = settings.contact();
        var brand = settings.brand();
        boolean written = sql.sql(statement)
                        .param("version", settings.version())
                        .param("name", settings.name())
                        .param("welshName", settings.welshName())
                        .param("alias", settings.alias())
                        .param("status", settings.status())
                        .param("suspended", settings.suspended())
                        .param("nation", settings.nation())
                        .param("languages", settings.languages().toArray(String[]::new))
                        .param("talkingPoint", labels.talkingPoint())
                        .param("talkingPoints", labels.talkingPoints())
                        .param("hub", labels.hub())
                        .param("hubs", labels.hubs())
                        .param("conversation", labels.conversation())
                        .param("conversations", labels.conversations())
                        .param("phone", contact.phone())
                        .param("email", contact.email())
                        .param("hours", contact.hours())
                        .param("address", contact.address().toArray(String[]::new))
                        .param("relay", contact.relayNumber())
                        .param("complaints", contact.complaints())
                        .param("privacyNotice", contact.privacyNotice())
                        .param("band", brand.headerColour())
                        .param("onBand", brand.headerTextColour())
                        .param("line", brand.borderColour())
                        .param("plate", brand.underLogo())
                        .param("demonstration", settings.demonstration())
                        .update()
                == 1;
        if (written) {
            keepOpenCouncil(settings);
            suspension.set(settings.suspended());
        }
        return written;
    }

    /** Lets public pages find the council by its address, but only while it is live. */
    private void keepOpenCouncil(Settings settings) {
        sql.sql("select sec.keep_open_council(:alias, :live)")
                .param("alias", settings.alias())
                .param("live", Settings.LIVE.equals(settings.status()))
                .query((_, _) -> true)
                .single();
    }
}
