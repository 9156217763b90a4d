<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrongNew = messagesPerField.existsError("password")>
<#assign wrongAgain = messagesPerField.existsError("password-confirm")>
<@layout.registrationLayout displayMessage=!(wrongNew || wrongAgain); section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
<#if wrongNew || wrongAgain>
<div class="summary" role="alert" aria-labelledby="summary-title" tabindex="-1">
<h2 class="summary__title" id="summary-title">${msg("problemTitle")}</h2>
<#if wrongNew><p><a href="#password-new">${kcSanitize(messagesPerField.getFirstError("password"))?no_esc}</a></p></#if>
<#if wrongAgain><p><a href="#password-confirm">${kcSanitize(messagesPerField.getFirstError("password-confirm"))?no_esc}</a></p></#if>
</div>
</#if>
<form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
<@fields.password name="password-new" label=msg("passwordNew") hint=msg("passwordHint") autocomplete="new-password" autofocus=true error=wrongNew?then(messagesPerField.getFirstError("password"), "")/>
<@fields.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=wrongAgain?then(messagesPerField.getFirstError("password-confirm"), "")/>
<input type="hidden" name="logout-sessions" value="on">
<button class="button" id="kc-login" name="login" type="submit">${msg("savePassword")}</button>
<#if isAppInitiatedAction??><button class="button button--secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
