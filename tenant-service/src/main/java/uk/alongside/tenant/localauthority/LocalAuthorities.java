package uk.alongside.tenant.localauthority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.AcrossCouncils;

/** The register, by name. */
@Repository
@AcrossCouncils
public class LocalAuthorities {

    private static final String SELECT = """
            select code, name, official_name, slug, kind, nation, region, valid_from, valid_to, former_codes, successors
            from shared.local_authority""";

    private final JdbcClient sql;

    LocalAuthorities(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<LocalAuthority> all() {
        return sql.sql(SELECT + " order by lower(name)")
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
