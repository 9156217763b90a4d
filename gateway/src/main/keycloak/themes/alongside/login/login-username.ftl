<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError("username")>
<#assign problem = wrong?then(messagesPerField.getFirstError("username"), "")>
<@layout.registrationLayout displayMessage=!wrong field="username" error=problem; section>
<#if section = "header">${msg("signIn")}
<#elseif section = "form">
<#if !wrong><p>${msg("signInIntro")}</p></#if>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<#if !usernameHidden??>
<div class="group<#if wrong> group--error</#if>">
<label class="label" for="username">${msg("email")}</label>
<p class="hint" id="username-hint">${msg("emailHint")}</p>
<#if wrong><p class="error-message" id="username-error"><span class="hidden">${msg("errorPrefix")} </span>${kcSanitize(problem)?no_esc}</p></#if>
<input class="input<#if wrong> input--error</#if>" id="username" name="username" value="${(login.username!'')}" type="email" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false"<#if !wrong> autofocus</#if> aria-describedby="username-hint<#if wrong> username-error</#if>"<#if wrong> aria-invalid="true"</#if>>
</div>
</#if>
<button class="button" id="kc-login" type="submit">${msg("continue")}</button>
</form>
</#if>
</@layout.registrationLayout>
