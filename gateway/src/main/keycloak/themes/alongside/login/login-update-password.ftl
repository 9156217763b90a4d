<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrongAgain = messagesPerField.existsError("password-confirm")?then(messagesPerField.getFirstError("password-confirm"), "")>
<#-- Keycloak names no field when the password breaks a rule. -->
<#assign rule = (!wrongAgain?has_content && message?has_content && message.type == "error")?then((message.summary)!"", "")>
<#assign wrongNew = messagesPerField.existsError("password")?then(messagesPerField.getFirstError("password"), rule)>
<@layout.registrationLayout displayMessage=!(wrongNew?has_content || wrongAgain?has_content) field=wrongNew?has_content?then("password-new", "password-confirm") error=wrongNew?has_content?then(wrongNew, wrongAgain); section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
<form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
<@fields.password name="password-new" label=msg("passwordNew") hint=msg("passwordHint") autocomplete="new-password" autofocus=true error=wrongNew/>
<@fields.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=wrongAgain/>
<input type="hidden" name="logout-sessions" value="on">
<button class="button" id="kc-login" name="login" type="submit">${msg("savePassword")}</button>
<#if isAppInitiatedAction??><button class="button button--secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
