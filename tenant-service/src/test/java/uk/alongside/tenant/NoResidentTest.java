package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.DataMap;

/** Tests that tenant-service never sees a resident: the data that it can hold is this list and no more. */
class NoResidentTest extends TenantServiceTest {

    @Test
    void isInTheDataMap() throws IOException {
        assertThat(DataMap.findings(superuser(), List.of())).isEmpty();
    }

    @Test
    void hasAPlaceInTheDatabase() {
        var columns = superuser().sql("""
                        select format('%s.%s: %s', table_schema, table_name, string_agg(column_name, ' ' order by ordinal_position))
                        from information_schema.columns
                        where table_schema in ('app', 'shared', 'public')
                            -- a Citus cluster has views of its own in public
                            and not exists (select from pg_depend where deptype = 'e'
                                and objid = format('%I.%I', table_schema, table_name)::regclass)
                        group by table_schema, table_name order by 1""").query(String.class).list();

        assertThat(columns)
                .containsExactly(
                        "app.agreement_acceptance: tenant_id id version hash text name email role member_id at",
                        "app.audit_anchor: tenant_id seq hash received_at",
                        "app.audit_event: tenant_id id at actor_kind actor action kind subjects details key_id mac",
                        "app.audit_seal: tenant_id seq event_id sealed_at key_id prev mac",
                        "app.audit_subject: tenant_id id event_id",
                        "app.blueprint: tenant_id id version",
                        "app.blueprint_element: tenant_id element part title ours offered decided_in decision"
                                + " note decided_by_id decided_at",
                        "app.council_assessment: tenant_id id pdf at",
                        "app.council_logo: tenant_id id version png pale",
                        "app.council_settings: tenant_id id version name welsh_name alias authority status"
                                + " demonstration nation languages talking_point talking_points hub hubs conversation"
                                + " conversations contact_phone contact_email contact_hours contact_address relay_number"
                                + " complaints registration data_protection_email privacy_notice colour header_colour"
                                + " header_text_colour border_colour logo_background completed_sections suspension",
                        "app.go_live_step: tenant_id id number kind words member_id at",
                        "app.idempotency: tenant_id caller_id key route body_hash resource_id created_at",
                        "app.introduction_offer: tenant_id id version rates",
                        // The other council and its lead are there once both councils have said yes (docs/adr/0067).
                        "app.introduction_question: tenant_id id rate status asked_at asked_by_id ended_at other_council"
                                + " other_lead other_email version",
                        "app.introduction_request: tenant_id id question_id rate status asked_at answered_by_id ended_at"
                                + " other_council other_lead other_email version",
                        "app.invitation: tenant_id id email roles invited_by_id invited_at request_id status token_hash expires_at"
                                + " wrong_addresses accepted_by_id version",
                        "app.mail: tenant_id id recipient subject body one_time_password sent_at",
                        "app.member: tenant_id id issuer subject name email client_id roles status version ends_at"
                                + " signed_in_at",
                        "app.password_reset: tenant_id id version asks counted_since mailed_version token_hash expires_at"
                                + " used_at",
                        "app.provider_sign_in: tenant_id subject signed_in_at groups without_role suspended_version"
                                + " delivered",
                        // The council's own steps and telephone numbers. A worry about a resident is in
                        // conversations-service.
                        "app.safeguarding: tenant_id id version numbers steps",
                        "app.second_factor_rule: tenant_id id version everybody swept_at",
                        "app.sign_in_provider: tenant_id id version domains issuer client_id groups_claim roles enabled",
                        "app.support_grant: tenant_id id issuer subject asked_by_name asked_by_email asked_by_client_id"
                                + " asked_at reason hours status residents decided_by_id member_id starts_at ends_at"
                                + " ended_by_id version",
                        "app.suspended_council: tenant_id id since",
                        "app.suspension_step: tenant_id id number kind reason operator at",
                        // Public numbers, and the id of the operator who loaded them.
                        "shared.authority_fact: measure code as_of value source loaded_at loaded_by",
                        "shared.authority_size: code year population area",
                        "shared.benchmark_cut: year node measure value code",
                        "shared.benchmark_part: council kind period specification version release family",
                        "shared.benchmark_release: period made_on file key signature restates",
                        // Whole numbers with the noise of their council in them (docs/adr/0056).
                        "shared.benchmark_sheet: council kind period specification version cells authority"
                                + " demonstration",
                        "shared.council: id name alias created_at status demonstration authority suspended",
                        "shared.local_authority: code name official_name slug kind nation region valid_from"
                                + " valid_from_source valid_to former_codes successors");
    }
}
