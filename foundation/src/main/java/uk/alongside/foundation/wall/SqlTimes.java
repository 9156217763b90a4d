package uk.alongside.foundation.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Converts instants for columns of type {@code timestamptz}, for which the driver takes and gives offset times only. */
public final class SqlTimes {

    private SqlTimes() {}

    /** Returns the instant as a parameter of a statement. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Returns the instant of a column that is not null in this row. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
