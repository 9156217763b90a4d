package uk.alongside.tenant.signinprovider;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Decides which addresses a council may give us to call. Only https addresses on the public internet are allowed, so
 * that the service cannot be used to reach machines of its own network (server-side request forgery).
 */
@Component
class PublicAddresses {

    private final boolean allowPrivate;

    PublicAddresses(SignInProviderProperties properties) {
        this.allowPrivate = properties.allowPrivateAddresses();
    }

    /** Says whether the address has the right form, without asking the name service. */
    boolean hasTheRightForm(URI address) {
        return (allowPrivate ? "http".equals(address.getScheme()) || isHttps(address) : isHttps(address))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.getRawQuery() == null;
    }

    /** Says whether every machine that the address's name leads to is on the public internet. */
    boolean isPublic(URI address) throws UnknownHostException {
        var host = address.getHost();
        var machines = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        return allowPrivate || Arrays.stream(machines).allMatch(PublicAddresses::isPublic);
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme());
    }

    static boolean isPublic(InetAddress machine) {
        if (machine.isAnyLocalAddress()
                || machine.isLoopbackAddress()
                || machine.isLinkLocalAddress()
                || machine.isSiteLocalAddress()
                || machine.isMulticastAddress()) {
            return false;
        }
        var bytes = machine.getAddress();
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        return bytes.length == 4 ? isPublicIpv4(first, second, bytes[2]) : isPublicIpv6(first, second, bytes);
    }

    /** 100.64.0.0/10 is shared by carriers, 198.18.0.0/15 is for measurements, and 192.0.0.0/24 is special. */
    private static boolean isPublicIpv4(int first, int second, byte third) {
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 192 && second == 0 && third == 0);
    }

    /** Only 2000::/3 is global unicast; 6to4 (2002::/16) and Teredo (2001:0::/32) hide an IPv4 address. */
    private static boolean isPublicIpv6(int first, int second, byte[] bytes) {
        return (first & 0xE0) == 0x20
                && !(first == 0x20 && second == 0x02)
                && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    }
}
