package uk.alongside.foundation.encryption;

/**
 * A column of type {@code bytea} that holds encrypted text. The table has a column {@code id} of type {@code uuid}. A
 * feature declares each of its columns as a bean, so that a new key reaches its texts.
 */
public record EncryptedColumn(String table, String column) {

    public EncryptedColumn {
        if (!table.matches("app\\.[a-z_]+") || !column.matches("[a-z_]+")) {
            throw new IllegalArgumentException("An encrypted column is named like app.note and text.");
        }
    }

    /** Returns the whole name, for example {@code app.note.text}. */
    String name() {
        return table + "." + column;
    }
}
