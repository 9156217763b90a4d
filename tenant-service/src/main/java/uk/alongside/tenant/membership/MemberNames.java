package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names of the bound council's members, for features that show the author of a change. */
@Component
public class MemberNames {

    private final Members members;

    MemberNames(Members members) {
        this.members = members;
    }

    @Transactional(readOnly = true)
    public Map<UUID, String> ofThisCouncil() {
        return members.findAllByOrderByName().stream().collect(toMap(Member::id, Member::name));
    }
}
