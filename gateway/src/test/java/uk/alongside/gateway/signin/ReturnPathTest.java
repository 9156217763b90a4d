package uk.alongside.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hubs",
                "/hubs/1/days/2026-11-24?x=1&y=2#slot",
                "/hubs?x=50%25%20off",
                "/apiary",
                "/sessions/1"
            })
    void aReturnPathOnThisSiteIsKept(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "hubs",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example",
                "/a b",
                "/a\nb",
                "/caf\u00e9",
                "/hubs?x=50%",
                "/hubs?x=a|b",
                "/api/council",
                "/x/../api/hubs",
                "/x/./../api/hubs",
                "/x/%2e%2e/api/hubs",
                "/../api/hubs",
                "//api/hubs",
                "/x//../..//elsewhere.example/../api/hubs",
                "/sign-out",
                "/session",
                "/oauth2/authorization/council?council=a",
                "/login/oauth2/code/sign-in?code=a"
            })
    void aReturnPathToAnotherSiteBecomesTheStartPage(String elsewhere) {
        assertThat(ReturnPath.of(elsewhere)).isEqualTo("/");
    }
}
