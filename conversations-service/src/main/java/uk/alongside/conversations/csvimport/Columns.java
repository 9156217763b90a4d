package uk.alongside.conversations.csvimport;

import java.util.List;

/** The way in which a list reads its file. */
public interface Columns {

    /** Returns the column that every file has. The separator of the file is the one with which its header has it. */
    String name();

    /** Lists the columns that a file must have. Of each inner list, one is enough. */
    List<List<String>> needed();

    /** Reads a row that has a cell for each column. */
    void read(CsvRow row);
}
