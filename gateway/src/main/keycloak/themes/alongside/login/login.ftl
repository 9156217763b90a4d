<#--
  Name and password in one step, which Keycloak shows when it already knows the name. Our program in Keycloak adds "councilSignIn": the link to the sign-in of the council that has the domain of the address.
-->
<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrong = messagesPerField.existsError("username", "password")>
<#assign problem = wrong?then(messagesPerField.getFirstError("username", "password"), "")>
<#-- The page with a field for the address has other words for a wrong password. The words for a disabled account come after its right password only. -->
<#if wrong && usernameHidden?? && problem != msg("accountDisabledMessage")><#assign problem = msg("invalidPasswordMessage")></#if>
<@layout.registrationLayout displayMessage=!wrong field=(usernameHidden??)?then("password", "username") error=problem; section>
<#if section = "header">${(usernameHidden?? && !councilSignIn??)?then(msg("enterPassword"), msg("signIn"))}
<#elseif section = "form">
<#if councilSignIn??>
<p>${msg("councilSignInHow")}</p>
<p><a class="button" id="council-sign-in" href="${councilSignIn}">${msg("councilSignIn")}</a></p>
<h2>${msg("passwordInstead")}</h2>
<p>${msg("passwordInsteadHow")}</p>
</#if>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<#if !usernameHidden??>
<div class="group<#if wrong> group--error</#if>">
<label class="label" for="username">${msg("email")}</label>
<#if wrong><p class="error-message" id="username-error"><span class="hidden">${msg("errorPrefix")} </span>${kcSanitize(problem)?no_esc}</p></#if>
<input class="input<#if wrong> input--error</#if>" id="username" name="username" value="${(login.username!'')}" type="email" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false"<#if wrong> aria-describedby="username-error" aria-invalid="true"</#if>>
</div>
</#if>
<@fields.password name="password" label=msg("password") autocomplete="current-password" autofocus=(usernameHidden?? && !councilSignIn??) error=(usernameHidden??)?then(problem, "")/>
<input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
<button class="button<#if councilSignIn??> button--secondary</#if>" id="kc-login" type="submit">${msg("signIn")}</button>
</form>
<#if properties.alongsideUrl?has_content><p><a id="forgotten-password" href="${properties.alongsideUrl}/forgotten-password">${msg("forgottenPassword")}</a></p></#if>
</#if>
</@layout.registrationLayout>
