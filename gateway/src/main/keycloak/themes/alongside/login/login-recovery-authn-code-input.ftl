<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#-- Keycloak names no field when it shows the page again after a redirect. -->
<#assign other = (message?has_content && message.type == "error")?then((message.summary)!"", "")>
<#assign problem = messagesPerField.existsError("recoveryCodeInput")?then(messagesPerField.get("recoveryCodeInput"), other)>
<@layout.registrationLayout displayMessage=!problem?has_content field="recoveryCodeInput" error=problem; section>
<#if section = "header">${msg("enterRecoveryCode")}
<#elseif section = "form">
<form id="kc-recovery-code-login-form" action="${url.loginAction}" method="post" novalidate>
<@fields.code name="recoveryCodeInput" label=msg("recoveryCodeNumber", recoveryAuthnCodesInputBean.codeNumber?c) hint=msg("recoveryCodeHint") autofocus=true error=problem inputmode="text"/>
<button class="button" id="kc-login" type="submit">${msg("continue")}</button>
</form>
</#if>
</@layout.registrationLayout>
