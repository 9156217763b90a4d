package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/** Checks that the firewall's rules for headers are Spring Security's own, letter by letter. */
class FirewallTest {

    private static final ServerWebExchangeFirewall OURS = SecurityConfiguration.firewall();
    private static final ServerWebExchangeFirewall ORIGINAL = new StrictServerWebExchangeFirewall();

    /** Every letter of the first pages of Unicode, and each hundredth of the others. */
    private static final List<Integer> LETTERS = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(letter -> letter < 0x500 || letter % 97 == 0)
            .boxed()
            .toList();

    @Test
    void accepts_the_letters_in_headers_that_the_original_accepts() {
        assertThat(LETTERS)
                .allMatch(letter -> acceptsValue(OURS, letter) == acceptsValue(ORIGINAL, letter))
                .allMatch(letter -> acceptsName(OURS, letter) == acceptsName(ORIGINAL, letter));
        assertThat(acceptsValue(OURS, 'a')).isTrue();
        assertThat(acceptsValue(OURS, '\n')).isFalse();
        assertThat(acceptsName(OURS, '\t')).isFalse();
    }

    private static boolean acceptsValue(ServerWebExchangeFirewall firewall, int letter) {
        return accepts(firewall, "Name", "before " + Character.toString(letter));
    }

    private static boolean acceptsName(ServerWebExchangeFirewall firewall, int letter) {
        return accepts(firewall, "Name" + Character.toString(letter), "value");
    }

    private static boolean accepts(ServerWebExchangeFirewall firewall, String name, String value) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/").header(name, value));
        try {
            return firewall.getFirewalledExchange(exchange)
                            .blockOptional()
                            .orElseThrow()
                            .getRequest()
                            .getHeaders()
                            .getFirst(name)
                    != null;
        } catch (ServerExchangeRejectedException _) {
            return false;
        }
    }
}
