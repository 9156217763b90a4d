package uk.alongside.tenant.localauthority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.AcrossCouncils;

/** The register, by name. */
@Repository
@AcrossCouncils
public class LocalAuthorities {

    private static final String SELECT = """
            select code, name, official_name, slug, kind, nation, region, valid_from, valid_to, former_codes, successors
            from shared.local_authority""";

    private static final int PAGE = 500;

    private final JdbcClient sql;

    LocalAuthorities(JdbcClient sql) {
        this.sql = sql;
    }

    /** Returns the authorities that follow this code by name, or the first ones. */
    @Transactional(readOnly = true)
    Page<LocalAuthority, String> list(@Nullable String after) {
        var found = sql.sql(SELECT + """
                         where cast(:after as text) is null
                            or (lower(name), code) > (select lower(name), code from shared.local_authority where code = :after)
                        order by lower(name), code
                        limit :limit""")
                .param("after", after)
                .param("limit", PAGE + 1)
                .query(LocalAuthorities::authority)
                .list();
        return Page.ofRest(found, LocalAuthority::code, PAGE);
    }

    /** Returns all authorities, by name. */
    @Transactional(readOnly = true)
    public List<LocalAuthority> all() {
        return sql.sql(SELECT + " order by lower(name), code")
                .query(LocalAuthorities::authority)
                .list();
    }

    /** Returns a council by its present code or by an earlier one. */
    @Transactional(readOnly = true)
    public Optional<LocalAuthority> find(String code) {
        return sql.sql(SELECT + " where code = :code or :code = any (former_codes)")
                .param("code", code)
                .query(LocalAuthorities::authority)
                .optional();
    }

    @SuppressWarnings("NullAway") // a nullable column makes a nullable component
    private static LocalAuthority authority(ResultSet row, int number) throws SQLException {
        return new LocalAuthority(
                row.getString("code"),
                row.getString("name"),
                row.getString("official_name"),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("nation"),
                row.getString("region"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                List.of((String[]) row.getArray("former_codes").getArray()),
                List.of((String[]) row.getArray("successors").getArray()));
    }
}
