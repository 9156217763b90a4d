package uk.alongside.supplychain;

import java.util.List;

/**
 * One version of a library.
 *
 * @param name as OSV writes it: {@code group:artifact} in Maven
 * @param licences every licence that it may be used under, as its author wrote them
 */
record Library(Ecosystem ecosystem, String name, String version, List<String> licences) {

    enum Ecosystem {
        MAVEN("Maven"),
        NPM("npm");

        private final String osv;

        Ecosystem(String osv) {
            this.osv = osv;
        }

        boolean isCalled(String name) {
            return osv.equals(name);
        }
    }

    @Override
    public String toString() {
        return ecosystem.osv + " " + name + " " + version;
    }
}
